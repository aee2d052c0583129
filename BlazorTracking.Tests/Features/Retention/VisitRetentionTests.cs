using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Retention;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Retention;

/// <summary>Visits that are too old go, on every engine.</summary>
public abstract class VisitRetentionTests(TestDatabase database) : DatabaseTests(database)
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 31, 10, 0, 0, TimeSpan.Zero));

    [SkippableFact]
    public async Task A_sites_visits_are_kept_for_its_months_to_the_beginning_of_its_day()
    {
        var site = await AddSiteAsync(months: 3);
        await AppendAsync(site, "2026-02-27T22:59:59.999Z", "2026-02-27T23:00:00.000Z", "2026-05-31T09:00:00.000Z");

        Assert.True(await RemoveOldAsync(site));

        // The last day of February: there is no 31st, three months ago.
        Assert.Equal(["2026-02-27T23:00:00.000Z", "2026-05-31T09:00:00.000Z"], await ReadAsync(site));
    }

    [SkippableFact]
    public async Task What_was_kept_goes_when_the_next_day_begins()
    {
        var site = await AddSiteAsync(months: 3);
        await AppendAsync(site, "2026-02-28T10:00:00.000Z", "2026-03-01T10:00:00.000Z");
        Assert.False(await RemoveOldAsync(site));

        _time.Advance(TimeSpan.FromDays(1));

        Assert.True(await RemoveOldAsync(site));
        Assert.Equal(["2026-03-01T10:00:00.000Z"], await ReadAsync(site));
    }

    [SkippableTheory]
    [InlineData(0, 3, 1)]
    [InlineData(12, 3, 1)]
    [InlineData(3, 12, 1)]
    [InlineData(12, 0, 2)]
    [InlineData(0, 12, 2)]
    public async Task The_shorter_of_the_sites_and_everybodys_time_holds(int own, int everybodys, int left)
    {
        var site = await AddSiteAsync(own);
        await AppendAsync(site, "2025-01-01T10:00:00.000Z", "2025-12-01T10:00:00.000Z", "2026-05-01T10:00:00.000Z");

        await RemoveOldAsync(site, everybodys);

        Assert.Equal(left, (await ReadAsync(site)).Count);
    }

    [SkippableFact]
    public async Task Without_a_time_visits_are_kept_for_ever()
    {
        var site = await AddSiteAsync(months: 0);

        Assert.DoesNotContain(await Retention(everybodys: 0).ListSitesAsync(CancellationToken.None), listed => listed.Id == site.Id);
        Assert.Contains(await Retention(everybodys: 1).ListSitesAsync(CancellationToken.None), listed => listed.Id == site.Id);
    }

    [SkippableFact]
    public async Task Another_sites_visits_stay()
    {
        var (site, other) = (await AddSiteAsync(months: 1), await AddSiteAsync(months: 0));
        await AppendAsync(site, "2025-01-01T10:00:00.000Z");
        await AppendAsync(other, "2025-01-01T10:00:00.000Z");

        await RemoveOldAsync(site);

        Assert.Empty(await ReadAsync(site));
        Assert.Single(await ReadAsync(other));
    }

    [SkippableFact]
    public async Task Visits_are_stored_while_old_ones_are_removed()
    {
        var site = await AddSiteAsync(months: 1);
        var old = DateTimeOffset.Parse("2025-01-01T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        await Database.Visits.AppendAsync([.. Enumerable.Range(0, 30_000).Select(i => SampleVisit.Of(site.Id, old + i))], CancellationToken.None);

        var removal = Task.Run(() => RemoveOldAsync(site));
        var during = 0;
        while (!removal.IsCompleted || during == 0)
        {
            await AppendAsync(site, "2026-05-31T09:00:00.000Z");
            during++;
        }

        Assert.True(await removal);
        Assert.Equal(during, (await ReadAsync(site)).Count);
    }

    private VisitRetention Retention(int everybodys) => new(Database.Visits, Database.Contexts, Options.Create(new VisitsOptions { RetentionMonths = everybodys }), _time);

    private Task<bool> RemoveOldAsync(Site site, int everybodys = 0) => Retention(everybodys).RemoveOldAsync(site, CancellationToken.None);

    private async Task<Site> AddSiteAsync(int months)
    {
        await using var context = Database.CreateContext();
        var owner = new Account { UserName = $"{Guid.NewGuid():N}@example.com" };
        var site = new Site { OwnerId = owner.Id, Name = "example.org", BaseUrl = "https://example.org", TimeZone = "Europe/Berlin", RetentionMonths = months };
        context.Add(owner);
        context.Add(site);
        await context.SaveChangesAsync();
        return site;
    }

    private Task AppendAsync(Site site, params string[] times) => Database.Visits.AppendAsync(
        [.. times.Select(time => SampleVisit.Of(site.Id, DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()))],
        CancellationToken.None);

    private async Task<List<string>> ReadAsync(Site site)
    {
        var times = await Database.Visits.QueryAsync(
            (visits, token) => visits.Where(visit => visit.SiteId == site.Id).OrderBy(visit => visit.OccurredAt).Select(visit => visit.OccurredAt).ToListAsync(token),
            CancellationToken.None);
        return times.ConvertAll(BlazorTracking.Features.Commands.Formats.VisitField.FormatInstant);
    }
}

public sealed class SqliteVisitRetentionTests(SqliteDatabase database) : VisitRetentionTests(database), IClassFixture<SqliteDatabase>;

public sealed class DuckDbVisitRetentionTests(DuckDbDatabase database) : VisitRetentionTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseVisitRetentionTests(ClickHouseDatabase database) : VisitRetentionTests(database), IClassFixture<ClickHouseDatabase>;

public sealed class SqlServerVisitRetentionTests(SqlServerDatabase database) : VisitRetentionTests(database), IClassFixture<SqlServerDatabase>;
