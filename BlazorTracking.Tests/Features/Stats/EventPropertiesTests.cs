using BlazorTracking.Features.Stats;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>What events say of themselves: listed, filtered by, added live.</summary>
public abstract class EventPropertiesTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Quoted = """{"say":"\"hi\", {she} said: so","plan":"pro"}""";
    private const string Free = """{"plan":"free"}""";

    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Each_property_counts_the_events_that_have_it()
    {
        var query = await StoreAsync();

        var breakdown = await Reader.ReadBreakdownAsync(query, Dimension.Property, 2, default);

        Assert.Equal([new BreakdownRow("plan: free", 3), new BreakdownRow("plan: pro", 2)], breakdown.Rows);
        Assert.Equal((6, BreakdownUnit.Events, false), (breakdown.Total, breakdown.Unit, breakdown.IsComplete));
    }

    [SkippableTheory]
    [InlineData(FilterOperator.Is, 2, "plan: pro")]
    [InlineData(FilterOperator.Is, 5, "plan: pro", "plan: free")]
    [InlineData(FilterOperator.Is, 0, "plan: pr")]
    [InlineData(FilterOperator.Is, 5, "plan")]
    [InlineData(FilterOperator.Is, 1, "say: \"hi\", {she} said: so")]
    [InlineData(FilterOperator.IsNot, 4, "plan: pro")]
    [InlineData(FilterOperator.Contains, 3, "free")]
    [InlineData(FilterOperator.Contains, 5, "plan: ")]
    [InlineData(FilterOperator.Contains, 1, "\"hi\"")]
    [InlineData(FilterOperator.DoesNotContain, 3, "free")]
    public async Task A_filter_finds_the_events_that_have_it(FilterOperator comparison, int events, params string[] values)
    {
        var query = await StoreAsync();

        var totals = await Reader.ReadTotalsAsync(query with { Filters = [new VisitFilter(Dimension.Property, comparison, values)] }, default);

        Assert.Equal(events, totals.Events);
    }

    [SkippableFact]
    public async Task Details_are_searched_sorted_and_paged()
    {
        var query = new DetailsQuery(await StoreAsync(), Dimension.Property, Search: "PLAN", SortBy: DetailsColumn.Value, Descending: true, Skip: 1, Take: 5);

        var page = await new DetailsReader(Database.Visits).ReadAsync(query, default);

        Assert.Equal(("plan: free", 3), (Assert.Single(page.Rows).Value, page.Rows[0].Count));
        Assert.Equal((2, 6), (page.Found, page.Breakdown.Total));
    }

    [SkippableFact]
    public async Task An_event_that_arrives_is_added_without_reading_again()
    {
        var query = await StoreAsync();
        var live = new LiveStats(await Reader.ReadSnapshotAsync(query, [Dimension.Property], 10, default));
        var next = new VisitBuilder(query.SiteId, TimeZoneInfo.Utc).Event("Eve", _now, "Signup").Visits;

        live.Add([next[0] with { Properties = Free }]);

        Assert.False(live.IsStale);
        Assert.Equal(new BreakdownRow("plan: free", 4), live.Find(Dimension.Property)!.Rows[0]);
    }

    private StatsReader Reader => new(Database.Visits, new FakeTimeProvider(_now));

    // Six events: three of the free plan, two of the pro one, one without properties; and a page view.
    private async Task<StatsQuery> StoreAsync()
    {
        var siteId = Database.NextSiteId();
        var builder = new VisitBuilder(siteId, TimeZoneInfo.Utc).PageView("Ada", _now.AddMinutes(-30));
        string[] properties = [Free, Free, Free, """{"plan":"pro","size":"2"}""", Quoted, ""];
        for (var number = 0; number < properties.Length; number++)
        {
            builder.Event("Ada", _now.AddMinutes(number - 29), "Signup");
        }

        await Database.Visits.AppendAsync([builder.Visits[0], .. builder.Visits.Skip(1).Zip(properties, (visit, text) => visit with { Properties = text })], default);
        return new StatsQuery(siteId, new RangeChoice(RangeKind.Today).Resolve(TimeZoneInfo.Utc, _now), []);
    }
}

public sealed class SqliteEventPropertiesTests(SqliteDatabase database) : EventPropertiesTests(database), IClassFixture<SqliteDatabase>;

public sealed class SqlServerEventPropertiesTests(SqlServerDatabase database) : EventPropertiesTests(database), IClassFixture<SqlServerDatabase>;

public sealed class DuckDbEventPropertiesTests(DuckDbDatabase database) : EventPropertiesTests(database), IClassFixture<DuckDbDatabase>;

public sealed class ClickHouseEventPropertiesTests(ClickHouseDatabase database) : EventPropertiesTests(database), IClassFixture<ClickHouseDatabase>;
