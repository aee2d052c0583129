using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Visitors;

public abstract class WeeklyVisitorsTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly DateOnly _week = new(2026, 11, 23);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    [SkippableFact]
    public async Task A_visitor_s_week_is_stored_once_whatever_process_stores_it()
    {
        var siteId = Database.NextSiteId();
        var (one, other) = (Create(), Create());

        await one.NoteAsync([Week(siteId, 1), Week(siteId, 1), Week(siteId, 2)], default);
        await one.NoteAsync([Week(siteId, 1)], default);
        await other.NoteAsync([Week(siteId, 2), Week(siteId, 3), Week(siteId, 1, _week.AddDays(-7))], default);

        Assert.Equal(
            [(_week.AddDays(-7), 1L), (_week, 1), (_week, 2), (_week, 3)],
            await StoredAsync(siteId));
    }

    [SkippableFact]
    public async Task Many_at_once_are_all_stored()
    {
        var siteId = Database.NextSiteId();

        await Create().NoteAsync(Enumerable.Range(1, 1_200).Select(visitor => Week(siteId, visitor)), default);

        Assert.Equal(1_200, (await StoredAsync(siteId)).Count);
    }

    [SkippableFact]
    public async Task Half_a_year_later_it_is_gone_and_at_once_where_the_site_recognises_nobody()
    {
        var recognising = await AddSiteAsync([1]);
        var other = await AddSiteAsync(null);
        var oldest = _week.AddDays(-7 * WeeklyVisitor.WeeksKept);
        var weeks = Create();
        await weeks.NoteAsync([Week(recognising, 1, oldest.AddDays(-7)), Week(recognising, 1, oldest), Week(other, 1), Week(Database.NextSiteId() + 1_000_000, 1)], default);

        await weeks.RemoveOldAsync(default);

        await using var context = Database.CreateContext();
        Assert.Equal([(recognising, oldest)], (await context.WeeklyVisitors.Where(visitor => visitor.VisitorId == 1 && (visitor.SiteId == recognising || visitor.SiteId == other || visitor.SiteId > 1_000_000)).ToListAsync())
            .Select(visitor => (visitor.SiteId, visitor.Week)));
    }

    [SkippableTheory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-29", "2026-11-23")]
    [InlineData("2027-01-03", "2026-12-28")]
    public void A_week_begins_on_its_Monday(string date, string week) => Assert.Equal(DateOnly.Parse(week), WeeklyVisitor.WeekOf(DateOnly.Parse(date)));

    private static WeeklyVisitor Week(int siteId, long visitor, DateOnly? week = null) => new() { SiteId = siteId, Week = week ?? _week, VisitorId = visitor };

    private WeeklyVisitors Create() => new(Database.Contexts, _clock, NullLogger<WeeklyVisitors>.Instance);

    private async Task<int> AddSiteAsync(byte[]? salt)
    {
        await using var context = Database.CreateContext();
        var owner = new BlazorTracking.Features.Accounts.Account { UserName = $"{Guid.NewGuid():N}@example.com" };
        var site = new Site { OwnerId = owner.Id, Name = "a", BaseUrl = "https://a.example", TimeZone = "UTC", RecognitionSalt = salt };
        context.Add(owner);
        context.Add(site);
        await context.SaveChangesAsync();
        return site.Id;
    }

    private async Task<List<(DateOnly Week, long Visitor)>> StoredAsync(int siteId)
    {
        await using var context = Database.CreateContext();
        var stored = await context.WeeklyVisitors.Where(visitor => visitor.SiteId == siteId).OrderBy(visitor => visitor.Week).ThenBy(visitor => visitor.VisitorId).ToListAsync();
        return stored.ConvertAll(visitor => (visitor.Week, visitor.VisitorId));
    }
}

public sealed class SqliteWeeklyVisitorsTests(SqliteDatabase database) : WeeklyVisitorsTests(database), IClassFixture<SqliteDatabase>;

public sealed class SqlServerWeeklyVisitorsTests(SqlServerDatabase database) : WeeklyVisitorsTests(database), IClassFixture<SqlServerDatabase>;
