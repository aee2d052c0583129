using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Stats;

public abstract class StatsReaderTests(TestDatabase database) : DatabaseTests(database)
{
    private const int Limit = 4;

    [SkippableFact]
    public void Every_figure_of_random_visits_is_that_of_the_definitions() => Check(20, async (random, visits, query, reader) =>
    {
        var model = new StatsModel(visits, query);

        Assert.Equal(model.Totals(), await reader.ReadTotalsAsync(query, default));
        Assert.Equal(model.Chart(), await reader.ReadChartAsync(query, default));
        foreach (var dimension in random.Dimensions)
        {
            AssertSame(model.Breakdown(dimension, Limit), await reader.ReadBreakdownAsync(query, dimension, Limit, default));
        }
    });

    [SkippableFact]
    public void What_a_view_is_compared_with_is_that_of_the_definitions() => Check(20, async (random, visits, query, reader) =>
    {
        var compared = (await reader.ReadSnapshotAsync(query, [], Limit, default)).Compared;

        var soFar = query.Comparison.With(query.Range, random.Now);
        Assert.Equal(soFar is null, compared is null);
        if (compared is not null)
        {
            var whole = query.Comparison.With(query.Range, DateTimeOffset.FromUnixTimeMilliseconds(query.Range.To))!;
            Assert.Equal(new StatsModel(visits, query with { Range = soFar! }).Totals(), compared.Totals);
            Assert.Equal(new StatsModel(visits, query with { Range = whole }).Chart(), compared.Chart);
        }
    });

    [SkippableTheory]
    [InlineData(0.2, 5, new[] { "/0", "/1", "/2" })]
    [InlineData(12.0, 5, new[] { "/0", "/1", "/2" })]
    [InlineData(12.0, 2, new[] { "/0", "/1" })]
    public async Task The_latest_visits_are_found_on_a_busy_a_quiet_and_a_new_site(double hoursBetween, int count, string[] latest)
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var builder = new VisitBuilder(siteId, TimeZoneInfo.Utc);
        for (var i = count - 1; i >= 0; i--)
        {
            builder.PageView("Ada", now.AddMinutes(-1).AddHours(-hoursBetween * i), $"/{i}");
        }

        await Database.Visits.AppendAsync(builder.Visits, default);

        var visits = await Reader(now).ReadLatestAsync(siteId, now.AddDays(-7).ToUnixTimeMilliseconds(), 3, default);

        Assert.Equal(latest, visits.Select(visit => visit.Path));
    }

    [SkippableFact]
    public async Task The_latest_visits_are_none_before_the_instant()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc).PageView("Ada", now.AddDays(-8)).PageView("Ada", now.AddDays(-2)).Visits;
        await Database.Visits.AppendAsync(visits, default);

        var latest = await Reader(now).ReadLatestAsync(siteId, now.AddDays(-7).ToUnixTimeMilliseconds(), 3, default);

        Assert.Equal(visits[^1].Id, Assert.Single(latest).Id);
    }

    [SkippableFact]
    public async Task The_range_before_counts_until_the_same_time_of_its_last_day()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc)
            .PageView("Ada", now.AddDays(-1).AddHours(-1))
            .PageView("Bob", now.AddDays(-1).AddHours(1))
            .PageView("Ada", now.AddHours(-1))
            .Visits;
        await Database.Visits.AppendAsync(visits, default);

        var snapshot = await Reader(now).ReadSnapshotAsync(Query(siteId, RangeKind.Today, now), [], 10, default);

        Assert.Equal((1, 1), (snapshot.Totals.Visitors, snapshot.Compared?.Totals.Visitors));
    }

    [SkippableFact]
    public async Task A_session_over_midnight_counts_where_it_began_its_visitor_on_both_days()
    {
        var (siteId, midnight) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc).PageView("Ada", midnight.AddMinutes(-5)).PageView("Ada", midnight.AddMinutes(5), "/b").Visits;
        await Database.Visits.AppendAsync(visits, default);
        var reader = Reader(midnight.AddHours(12));

        var yesterday = await reader.ReadTotalsAsync(Query(siteId, RangeKind.Yesterday, midnight.AddHours(12)), default);
        var today = await reader.ReadTotalsAsync(Query(siteId, RangeKind.Today, midnight.AddHours(12)), default);

        Assert.Equal(new StatsTotals(1, 1, 1, 0, 0, 600_000), yesterday);
        Assert.Equal(new StatsTotals(1, 0, 1, 0, 0, 0), today);
    }

    [SkippableFact]
    public async Task Sums_beyond_32_bits_are_right()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var visits = Enumerable.Range(0, 3).Select(number => SampleVisit.Of(siteId, now.ToUnixTimeMilliseconds() - number) with { DurationMs = int.MaxValue });
        await Database.Visits.AppendAsync([.. visits], default);

        var totals = await Reader(now).ReadTotalsAsync(Query(siteId, RangeKind.Today, now), default);

        Assert.Equal(3L * int.MaxValue, totals.DurationMs);
    }

    [SkippableFact]
    public async Task The_log_is_sorted_searched_and_paged()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var builder = new VisitBuilder(siteId, TimeZoneInfo.Utc);
        string[] paths = ["/b", "/A", "/a", "/100%", "/c"];
        for (var number = 0; number < paths.Length; number++)
        {
            builder.PageView($"Person {number}", now.AddMinutes(number - 10), paths[number], new Visit { City = number == 0 ? "Málaga" : "" });
        }

        await Database.Visits.AppendAsync(builder.Visits, default);
        var (reader, query) = (Reader(now), new LogQuery(Query(siteId, RangeKind.Today, now)));

        Assert.Equal(["/c", "/100%"], await PathsAsync(query with { Take = 2 }));
        Assert.Equal(["/a", "/A"], await PathsAsync(query with { Skip = 2, Take = 2 }));
        Assert.Equal(["/100%", "/A", "/a", "/b", "/c"], await PathsAsync(query with { SortBy = LogColumn.Path, Descending = false }));
        Assert.Equal(["/a", "/A"], await PathsAsync(query with { Search = "/A" }));
        Assert.Equal(["/100%"], await PathsAsync(query with { Search = "%" }));
        Assert.Equal(["/b"], await PathsAsync(query with { Search = "Málaga" }));
        Assert.Equal(5, (await reader.ReadLogAsync(query with { Take = 1 }, default)).Total);

        async Task<IEnumerable<string>> PathsAsync(LogQuery log) => (await reader.ReadLogAsync(log, default)).Visits.Select(visit => visit.Path);
    }

    [SkippableTheory]
    [MemberData(nameof(LogColumns))]
    public async Task The_log_can_be_sorted_by_every_column(LogColumn column)
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await Database.Visits.AppendAsync([SampleVisit.Of(siteId, now.ToUnixTimeMilliseconds()), SampleVisit.Of(siteId, now.ToUnixTimeMilliseconds() - 1) with { Latitude = null, Longitude = null }], default);

        var page = await Reader(now).ReadLogAsync(new LogQuery(Query(siteId, RangeKind.Today, now), SortBy: column), default);

        Assert.Equal([now.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds() - 1], page.Visits.Select(visit => visit.OccurredAt));
    }

    public static TheoryData<LogColumn> LogColumns => [.. Enum.GetValues<LogColumn>()];

    [SkippableFact]
    public async Task Who_is_here_and_what_the_feed_brings_are_counted_once()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 30, TimeSpan.Zero));
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc)
            .PageView("Gone", now.AddMinutes(-20))
            .PageView("Ada", now.AddMinutes(-4))
            .PageView("Bob", now.AddSeconds(-20))
            .PageView("Ada", now.AddSeconds(-10))
            .PageView("Cy", now.AddSeconds(5))
            .Visits;
        await Database.Visits.AppendAsync([.. visits.Take(4)], default);
        var online = await Reader(now).ReadOnlineVisitorsAsync(siteId, default);

        online.Add([.. visits.Skip(3)]);

        var stats = online.At(now.AddSeconds(5));
        Assert.Equal(3, stats.Visitors);
        Assert.Equal(30, stats.VisitsPerMinute.Count);
        Assert.Equal([1, 0, 0, 0, 3], stats.VisitsPerMinute.TakeLast(5));
        Assert.Equal(1, stats.VisitsPerMinute[9]);
        Assert.Equal(0, online.At(now.AddMinutes(10)).Visitors);
    }

    [SkippableFact]
    public async Task Every_site_has_its_own_day()
    {
        var now = new DateTimeOffset(2026, 11, 23, 20, 10, 0, TimeSpan.Zero);
        var berlin = Site("Europe/Berlin"); // 21:10 on the 23rd
        var tokyo = Site("Asia/Tokyo"); // 5:10 on the 24th
        var kathmandu = Site("Asia/Kathmandu"); // 1:55 on the 24th
        foreach (var site in new[] { berlin, tokyo, kathmandu })
        {
            var visits = new VisitBuilder(site.Id, site.Zone())
                .PageView("Ada", now.AddDays(-1).AddHours(-1))
                .PageView("Bob", now.AddDays(-1).AddHours(1))
                .PageView("Ada", now.AddHours(-6))
                .PageView("Cy", now.AddHours(-1))
                .PageView("Ada", now)
                .Visits;
            await Database.Visits.AppendAsync(visits, default);
        }

        var today = await Reader(now).ReadTodayAsync([berlin, tokyo, kathmandu], default);

        Assert.Equal([berlin.Id, tokyo.Id, kathmandu.Id], today.Select(site => site.SiteId));
        Assert.Equal([(2, 1, 22), (2, 1, 6), (2, 1, 2)], today.Select(site => ((int)site.Visitors, (int)site.VisitorsYesterday, site.VisitorsByHour.Count)));
        Assert.Equal([0L, 0, 0, 0, 1, 1], today[1].VisitorsByHour);
        Assert.All(today, site => Assert.Equal(site.Visitors, site.VisitorsByHour.Sum()));

        Site Site(string zone) => new() { Id = Database.NextSiteId(), OwnerId = "owner", Name = zone, BaseUrl = "https://example.org", TimeZone = zone };
    }

    [SkippableFact]
    public async Task A_site_without_visits_has_no_first_day()
    {
        var reader = Reader(DateTimeOffset.UnixEpoch);
        var siteId = Database.NextSiteId();

        Assert.False(await reader.HasVisitsAsync(siteId, default));
        Assert.Null(await reader.ReadFirstDateAsync(siteId, TimeZoneInfo.Utc, default));
        Assert.Equal(0, (await reader.ReadOnlineAsync(siteId, default)).Visitors);
        Assert.Empty(await reader.ReadTodayAsync([], default));
    }

    private static StatsQuery Query(int siteId, RangeKind kind, DateTimeOffset now) => new(siteId, new RangeChoice(kind).Resolve(TimeZoneInfo.Utc, now), []);

    private StatsReader Reader(DateTimeOffset now) => new(Database.Visits, new FakeTimeProvider(now));

    private static void AssertSame(Breakdown expected, Breakdown actual)
    {
        Assert.Equal(expected.Rows, actual.Rows);
        Assert.Equal(expected with { Rows = [] }, actual with { Rows = [] });
    }

    private void Check(int times, Func<RandomVisits, IReadOnlyList<Visit>, StatsQuery, StatsReader, Task> check) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(RandomVisits.Arbitrary, random => RunAsync(random, check).GetAwaiter().GetResult()));

    private async Task RunAsync(RandomVisits random, Func<RandomVisits, IReadOnlyList<Visit>, StatsQuery, StatsReader, Task> check)
    {
        var (siteId, otherSiteId) = (Database.NextSiteId(), Database.NextSiteId());
        var visits = random.Visits(siteId);
        await Database.Visits.AppendAsync([.. visits, .. random.Visits(otherSiteId)], default);
        await check(random, visits, random.Query(siteId), new StatsReader(Database.Visits, new FakeTimeProvider(random.Now)));
    }
}

public sealed class SqliteStatsReaderTests(SqliteDatabase database) : StatsReaderTests(database), IClassFixture<SqliteDatabase>;

public sealed class DuckDbStatsReaderTests(DuckDbDatabase database) : StatsReaderTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseStatsReaderTests(ClickHouseDatabase database) : StatsReaderTests(database), IClassFixture<ClickHouseDatabase>;

public sealed class SqlServerStatsReaderTests(SqlServerDatabase database) : StatsReaderTests(database), IClassFixture<SqlServerDatabase>;
