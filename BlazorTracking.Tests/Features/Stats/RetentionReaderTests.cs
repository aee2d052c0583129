using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Tests.Infrastructure;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>Visitors who come back are counted by the week in which they first came.</summary>
public abstract class RetentionReaderTests(TestDatabase database) : DatabaseTests(database)
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset _now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly _thisWeek = new(2026, 11, 23);

    /// <summary>So many weeks ago a visitor was there, of some visitors.</summary>
    private static Arbitrary<(int Visitor, int WeeksAgo)[]> Visits { get; } = Arb.From(
        Gen.ArrayOf(from visitor in Gen.Choose(1, 6) from weeks in Gen.Choose(0, 16) select (visitor, weeks)));

    [SkippableFact]
    public void Random_visitors_are_counted_as_the_definition_says() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Visits, visits => CompareAsync(visits).GetAwaiter().GetResult()));

    [SkippableFact]
    public async Task Who_comes_back_counts_in_the_cohort_of_the_first_week()
    {
        var siteId = await StoreAsync((1, 3), (2, 3), (1, 1), (1, 0), (3, 0));

        var retention = await ReadAsync(siteId);

        Assert.Equal([(_thisWeek.AddDays(-21), "2 0 1 1"), (_thisWeek, "1")], Plain(retention));
        Assert.Equal(0.5, retention.Cohorts[0].Share(2));
    }

    [SkippableFact]
    public async Task Who_came_first_before_the_weeks_that_are_told_of_is_not_new_in_them()
    {
        var siteId = await StoreAsync((1, WeeklyRetention.Weeks), (1, 2), (2, WeeklyRetention.Weeks - 1));

        Assert.Equal([_thisWeek.AddDays(-7 * (WeeklyRetention.Weeks - 1))], (await ReadAsync(siteId)).Cohorts.Select(cohort => cohort.Week));
    }

    [SkippableFact]
    public async Task The_week_is_the_one_at_the_site()
    {
        var siteId = await StoreAsync((1, 0));
        var sundayInHonolulu = new DateTimeOffset(2026, 11, 30, 5, 0, 0, TimeSpan.Zero);

        var retention = await new RetentionReader(Database.Contexts, new FakeTimeProvider(sundayInHonolulu))
            .ReadAsync(siteId, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu"), default);

        Assert.Equal([(_thisWeek, "1")], Plain(retention));
    }

    [SkippableFact]
    public async Task Nobody_is_no_cohort() => Assert.Empty((await ReadAsync(Database.NextSiteId())).Cohorts);

    private static IEnumerable<(DateOnly Week, string Visitors)> Plain(WeeklyRetention retention) =>
        retention.Cohorts.Select(cohort => (cohort.Week, string.Join(' ', cohort.Visitors)));

    // Word by word: the visitors by the first of their weeks, and how many of them were there in each week after.
    private static IEnumerable<(DateOnly Week, string Visitors)> Model((int Visitor, int WeeksAgo)[] visits) => visits
        .GroupBy(visit => visit.Visitor)
        .GroupBy(visitor => visitor.Max(visit => visit.WeeksAgo))
        .Where(cohort => cohort.Key < WeeklyRetention.Weeks)
        .OrderByDescending(cohort => cohort.Key)
        .Select(cohort => (
            _thisWeek.AddDays(-7 * cohort.Key),
            string.Join(' ', Enumerable.Range(0, cohort.Key + 1).Select(later => cohort.Count(visitor => visitor.Any(visit => visit.WeeksAgo == cohort.Key - later))))));

    private Task<WeeklyRetention> ReadAsync(int siteId) => new RetentionReader(Database.Contexts, new FakeTimeProvider(_now)).ReadAsync(siteId, TimeZoneInfo.Utc, default);

    private async Task CompareAsync((int Visitor, int WeeksAgo)[] visits)
    {
        var siteId = await StoreAsync(visits);

        Assert.Equal(Model(visits), Plain(await ReadAsync(siteId)));
    }

    // Another site's visitors have the same numbers.
    private async Task<int> StoreAsync(params (int Visitor, int WeeksAgo)[] visits)
    {
        var (siteId, other) = (Database.NextSiteId(), Database.NextSiteId());
        await using var context = Database.CreateContext();
        context.WeeklyVisitors.AddRange(visits.Distinct().Select(visit => Week(siteId, visit.Visitor, visit.WeeksAgo)));
        context.WeeklyVisitors.AddRange(Enumerable.Range(0, 20).Select(weeks => Week(other, 1, weeks)));
        await context.SaveChangesAsync();
        return siteId;
    }

    private static WeeklyVisitor Week(int siteId, int visitor, int weeksAgo) =>
        new() { SiteId = siteId, VisitorId = visitor, Week = _thisWeek.AddDays(-7 * weeksAgo) };
}

public sealed class SqliteRetentionReaderTests(SqliteDatabase database) : RetentionReaderTests(database), IClassFixture<SqliteDatabase>;

public sealed class SqlServerRetentionReaderTests(SqlServerDatabase database) : RetentionReaderTests(database), IClassFixture<SqlServerDatabase>;
