using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>What is added to an open view equals what a new one reads.</summary>
public abstract class LiveStatsTests(TestDatabase database) : DatabaseTests(database)
{
    private const int Limit = 3;

    private static readonly Dimension[] _dimensions = Enum.GetValues<Dimension>();

    [SkippableFact]
    public void A_view_that_visits_were_added_to_equals_one_that_is_read_anew() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(12), Prop.ForAll(RandomVisits.Arbitrary, random => CompareAsync(random).GetAwaiter().GetResult()));

    [SkippableFact]
    public async Task Without_page_or_event_filters_nothing_is_read_again_but_hostnames()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc).PageView("Ada", now.AddMinutes(-5)).PageView("Bob", now).Event("Bob", now, "Signup").Visits;
        var reader = new StatsReader(Database.Visits, new FakeTimeProvider(now));
        var query = new StatsQuery(siteId, RangeChoice.Default.Resolve(TimeZoneInfo.Utc, now), [VisitFilter.Is(Dimension.Country, "")]);
        var additive = _dimensions.Except([Dimension.Hostname]).ToList();
        await Database.Visits.AppendAsync([visits[0]], default);
        var live = new LiveStats(await reader.ReadSnapshotAsync(query, additive, 100, default));

        live.Add([visits[1], visits[2]]);

        Assert.False(live.IsStale);
        Assert.Equal(new StatsTotals(2, 2, 2, 1, 1, 0), live.Totals);
    }

    [SkippableFact]
    public async Task A_visit_that_was_read_and_comes_by_the_feed_counts_once()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc).PageView("Ada", now.AddMinutes(-5)).PageView("Bob", now).Visits;
        var reader = new StatsReader(Database.Visits, new FakeTimeProvider(now));
        await Database.Visits.AppendAsync(visits, default);
        var live = new LiveStats(await reader.ReadSnapshotAsync(new StatsQuery(siteId, RangeChoice.Default.Resolve(TimeZoneInfo.Utc, now), []), [], 10, default));

        live.Add(visits);

        Assert.Equal(2, live.Totals.Visitors);
    }

    [SkippableFact]
    public async Task A_dimension_that_is_watched_later_is_read_with_the_visits_of_the_meantime()
    {
        var (siteId, now) = (Database.NextSiteId(), new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var session = new Visit { Country = "DE" };
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc).PageView("Ada", now.AddMinutes(-5), session: session).PageView("Bob", now, session: session).Visits;
        var reader = new StatsReader(Database.Visits, new FakeTimeProvider(now));
        await Database.Visits.AppendAsync([visits[0]], default);
        var live = new LiveStats(await reader.ReadSnapshotAsync(new StatsQuery(siteId, RangeChoice.Default.Resolve(TimeZoneInfo.Utc, now), []), [], 10, default));
        await Database.Visits.AppendAsync([visits[1]], default);
        live.Add([visits[1]]);

        live.Watch([Dimension.Country]);
        Assert.True(live.IsStale);
        await reader.RefreshAsync(live, default);

        Assert.False(live.IsStale);
        Assert.Equal([new BreakdownRow("DE", 2)], live.Breakdowns[Dimension.Country].Rows);
    }

    // The store holds the first visits when the view opens; the feed brings a few of them again, then the others.
    private async Task CompareAsync(RandomVisits random)
    {
        var siteId = Database.NextSiteId();
        var visits = random.Visits(siteId);
        var query = random.Query(siteId);
        var stored = visits.Count / 2;
        var clock = new FakeTimeProvider(stored == 0 ? random.Now : DateTimeOffset.FromUnixTimeMilliseconds(visits[stored - 1].OccurredAt + 5_000));
        var reader = new StatsReader(Database.Visits, clock);
        await Database.Visits.AppendAsync([.. visits.Take(stored)], default);
        var live = new LiveStats(await reader.ReadSnapshotAsync(query, random.Dimensions, Limit, default));

        live.Add([.. visits.Take(stored).TakeLast(5)]);
        foreach (var batch in visits.Skip(stored).Chunk(15))
        {
            await Database.Visits.AppendAsync(batch, default);
            if (batch[^1].OccurredAt > clock.GetUtcNow().ToUnixTimeMilliseconds())
            {
                clock.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(batch[^1].OccurredAt));
            }

            live.Add(batch);
            await RefreshAsync(live, clock);
        }

        await RefreshAsync(live, clock);
        var model = new StatsModel(visits, query);
        Assert.Equal(model.Totals(), live.Totals);
        Assert.Equal(model.Chart(), live.Chart);
        foreach (var dimension in random.Dimensions)
        {
            var (expected, actual) = (model.Breakdown(dimension, Limit), live.Breakdowns[dimension]);
            Assert.Equal((dimension, expected.Total, expected.Rows.Count), (dimension, actual.Total, actual.Rows.Count));
            Assert.Equal(expected.Rows, actual.Rows);
        }
    }

    // By a reader of its own: one that has just read pauses before it reads again.
    private async Task RefreshAsync(LiveStats live, TimeProvider clock)
    {
        while (live.IsStale)
        {
            await new StatsReader(Database.Visits, clock).RefreshAsync(live, default);
        }
    }
}

public sealed class SqliteLiveStatsTests(SqliteDatabase database) : LiveStatsTests(database), IClassFixture<SqliteDatabase>;

public sealed class DuckDbLiveStatsTests(DuckDbDatabase database) : LiveStatsTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseLiveStatsTests(ClickHouseDatabase database) : LiveStatsTests(database), IClassFixture<ClickHouseDatabase>;

public sealed class SqlServerLiveStatsTests(SqlServerDatabase database) : LiveStatsTests(database), IClassFixture<SqlServerDatabase>;
