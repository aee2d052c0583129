using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
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

public sealed class SqlServerStatsReaderTests(SqlServerDatabase database) : StatsReaderTests(database), IClassFixture<SqlServerDatabase>;
