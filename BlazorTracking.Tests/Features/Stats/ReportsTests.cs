using BlazorTracking.Features.Stats;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>Goals, funnels and journeys of random visits are those of the definitions.</summary>
public abstract class ReportsTests(TestDatabase database) : DatabaseTests(database)
{
    private const int Limit = 3;
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public void Goals_funnels_and_journeys_of_random_visits_are_those_of_the_definitions() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(RandomVisits.Arbitrary, random => CompareAsync(random).GetAwaiter().GetResult()));

    [SkippableFact]
    public async Task A_visitor_who_meets_a_goal_twice_is_one_conversion_of_two()
    {
        var query = await StoreAsync(builder => builder
            .PageView("Ada", _now.AddMinutes(-30), "/blog/a")
            .PageView("Ada", _now.AddMinutes(-20), "/blog/b")
            .PageView("Bob", _now.AddMinutes(-10), "/")
            .Event("Bob", _now.AddMinutes(-5), "Signup"));

        var conversions = await Reader.ReadConversionsAsync(query, [Page("/blog/*"), new(ConditionKind.Event, "Signup"), Page("/none")], false, default);

        Assert.Equal(new Conversions(2, [new(1, 2), new(1, 1), new(0, 0)]), conversions);
        Assert.Equal(0.5, conversions.Rate(conversions.Goals[0]));
    }

    [SkippableFact]
    public async Task Steps_count_in_their_order_only_and_within_one_session()
    {
        var query = await StoreAsync(builder => builder
            .PageView("Late", _now.AddHours(-3), "/cart")
            .PageView("Ada", _now.AddMinutes(-50), "/cart")
            .PageView("Back", _now.AddMinutes(-50), "/pay")
            .PageView("Ada", _now.AddMinutes(-40), "/")
            .PageView("Back", _now.AddMinutes(-40), "/cart")
            .PageView("Ada", _now.AddMinutes(-30), "/pay")
            .PageView("Late", _now.AddMinutes(-20), "/pay"));

        Assert.Equal([3L, 1], await Reader.ReadFunnelAsync(query, [Page("/cart"), Page("/pay")], false, default));
    }

    [SkippableFact]
    public async Task One_visit_is_one_step_however_many_it_would_be()
    {
        var query = await StoreAsync(builder => builder.PageView("Ada", _now.AddMinutes(-30), "/a").PageView("Ada", _now.AddMinutes(-20), "/a"));

        Assert.Equal([1L, 1, 0], await Reader.ReadFunnelAsync(query, [Page("/*"), Page("/a"), Page("*")], false, default));
    }

    [SkippableFact]
    public async Task Steps_and_goals_that_were_equal_once_are_told_apart_later()
    {
        var query = await StoreAsync(builder => builder.PageView("Ada", _now.AddMinutes(-30), "/a").PageView("Ada", _now.AddMinutes(-20), "/a").PageView("Ada", _now.AddMinutes(-10), "/b"));
        await Reader.ReadFunnelAsync(query, [Page("/c*"), Page("/c*"), Page("/c*")], false, default);
        await Reader.ReadConversionsAsync(query, [Page("/c*"), Page("/c*"), Page("/c*")], false, default);

        Assert.Equal([1L, 1, 1], await Reader.ReadFunnelAsync(query, [Page("/a*"), Page("/a*"), Page("/b*")], false, default));
        Assert.Equal([2L, 2, 1], (await Reader.ReadConversionsAsync(query, [Page("/a*"), Page("/a*"), Page("/b*")], false, default)).Goals.Select(goal => goal.Visits));
    }

    [SkippableTheory]
    [InlineData(FilterOperator.Is)]
    [InlineData(FilterOperator.Contains)]
    [InlineData(FilterOperator.Matches)]
    public async Task Values_of_a_filter_that_were_equal_once_are_told_apart_later(FilterOperator comparison)
    {
        var query = await StoreAsync(builder => builder.PageView("Ada", _now.AddMinutes(-30), "/a").PageView("Ada", _now.AddMinutes(-20), "/b").PageView("Ada", _now.AddMinutes(-10), "/d"));
        await Reader.ReadTotalsAsync(query with { Filters = [new VisitFilter(Dimension.Page, comparison, ["/c", "/c", "/c"])] }, default);

        var totals = await Reader.ReadTotalsAsync(query with { Filters = [new VisitFilter(Dimension.Page, comparison, ["/a", "/a", "/b"])] }, default);

        Assert.Equal(2, totals.PageViews);
    }

    [SkippableFact]
    public async Task A_journey_begins_and_ends_with_the_session()
    {
        var query = await StoreAsync(builder => builder
            .PageView("Ada", _now.AddMinutes(-50), "/")
            .PageView("Ada", _now.AddMinutes(-40), "/pricing")
            .Event("Ada", _now.AddMinutes(-35), "Signup", "/pricing")
            .PageView("Bob", _now.AddMinutes(-30), "/pricing")
            .PageView("Bob", _now.AddMinutes(-20), "/docs"));

        var journey = await Reader.ReadJourneyAsync(query, "/pricing", Limit, false, default);

        Assert.Equal((2, 1, 1), (journey.Views, journey.Entries, journey.Exits));
        Assert.Equal([new BreakdownRow("/", 1)], journey.Before);
        Assert.Equal([new BreakdownRow("/docs", 1)], journey.After);
    }

    [SkippableFact]
    public async Task A_site_without_visits_has_no_conversions_and_no_journeys()
    {
        var query = await StoreAsync(builder => builder);

        Assert.Equal(new Conversions(0, [new(0, 0)]), await Reader.ReadConversionsAsync(query, [Page("/")], false, default));
        Assert.Equal([0L, 0], await Reader.ReadFunnelAsync(query, [Page("/"), Page("/a")], false, default));
        Assert.Equal(0, (await Reader.ReadJourneyAsync(query, "/", Limit, false, default)).Views);
    }

    private StatsReader Reader => new(Database.Visits, new FakeTimeProvider(_now));

    private static VisitCondition Page(string path) => new(ConditionKind.Page, path);

    private async Task<StatsQuery> StoreAsync(Func<VisitBuilder, VisitBuilder> build)
    {
        var siteId = Database.NextSiteId();
        await Database.Visits.AppendAsync(build(new VisitBuilder(siteId, TimeZoneInfo.Utc)).Visits, default);
        return new StatsQuery(siteId, new RangeChoice(RangeKind.Today).Resolve(TimeZoneInfo.Utc, _now), []);
    }

    private async Task CompareAsync(RandomVisits random)
    {
        var siteId = Database.NextSiteId();
        var visits = random.Visits(siteId);
        await Database.Visits.AppendAsync([.. visits, .. random.Visits(Database.NextSiteId())], default);
        var (query, model) = (random.Query(siteId), new StatsModel(visits, random.Query(siteId)));
        var reader = new StatsReader(Database.Visits, new FakeTimeProvider(random.Now));

        Assert.Equal(model.Conversions(random.Conditions), await reader.ReadConversionsAsync(query, random.Conditions, false, default));
        Assert.Equal(model.Funnel(random.Conditions), await reader.ReadFunnelAsync(query, random.Conditions, false, default));
        var path = RandomVisits.Paths[visits.Count % RandomVisits.Paths.Count];
        var (expected, actual) = (model.Journey(path, Limit), await reader.ReadJourneyAsync(query, path, Limit, false, default));
        Assert.Equal(expected.Before, actual.Before);
        Assert.Equal(expected.After, actual.After);
        Assert.Equal((expected.Views, expected.Entries, expected.Exits), (actual.Views, actual.Entries, actual.Exits));
    }
}

public sealed class SqliteReportsTests(SqliteDatabase database) : ReportsTests(database), IClassFixture<SqliteDatabase>;

public sealed class DuckDbReportsTests(DuckDbDatabase database) : ReportsTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseReportsTests(ClickHouseDatabase database) : ReportsTests(database), IClassFixture<ClickHouseDatabase>;

public sealed class SqlServerReportsTests(SqlServerDatabase database) : ReportsTests(database), IClassFixture<SqlServerDatabase>;
