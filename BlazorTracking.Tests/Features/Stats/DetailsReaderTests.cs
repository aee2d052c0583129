using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using FsCheck;
using FsCheck.Fluent;

namespace BlazorTracking.Tests.Features.Stats;

public abstract class DetailsReaderTests(TestDatabase database) : DatabaseTests(database)
{
    private const int Some = 6;
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public void A_row_says_of_its_sessions_what_the_headline_says_under_a_filter_by_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(15),
        Prop.ForAll(RandomVisits.Arbitrary, random => CompareAsync(random).GetAwaiter().GetResult()));

    [SkippableFact]
    public async Task The_rows_are_searched_without_regard_to_case_and_by_what_people_call_them()
    {
        var query = await StoreAsync();

        Assert.Equal(["/b/tea", "/a/Tea"], await ValuesAsync(query with { Search = "TEA" }));
        Assert.Equal(["/b/tea", "/a/Tea", "/c"], await ValuesAsync(query with { Search = "tea", Named = ["/c"] }));
        Assert.Empty(await ValuesAsync(query with { Search = "%" }));
    }

    [SkippableFact]
    public async Task The_rows_are_paged_and_all_of_them_counted()
    {
        var query = await StoreAsync();

        var page = await Reader.ReadAsync(query with { Skip = 1, Take = 1 }, default);

        Assert.Equal(["/a/Tea"], page.Rows.Select(row => row.Value));
        Assert.Equal((3, 4, BreakdownUnit.Visitors), (page.Found, page.Breakdown.Total, page.Breakdown.Unit));
    }

    [SkippableTheory]
    [InlineData(DetailsColumn.Value, "/a/Tea", "/b/tea", "/c")]
    [InlineData(DetailsColumn.Count, "/c", "/a/Tea", "/b/tea")]
    [InlineData(DetailsColumn.BounceRate, "/a/Tea", "/b/tea", "/c")]
    [InlineData(DetailsColumn.VisitTime, "/c", "/b/tea", "/a/Tea")]
    public async Task The_rows_are_sorted_by_every_column(DetailsColumn column, params string[] ascending)
    {
        var query = await StoreAsync() with { SortBy = column };

        Assert.Equal(ascending, await ValuesAsync(query with { Descending = false }));
        Assert.Equal(ascending[0], (await ValuesAsync(query))[^1]);
    }

    [SkippableFact]
    public async Task Suggestions_are_the_most_frequent_values_that_contain_the_text()
    {
        var query = await StoreAsync();

        Assert.Equal([new BreakdownRow("/b/tea", 3)], await Reader.SuggestAsync(query with { Search = "tea", Take = 1 }, default));
    }

    [SkippableTheory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, DetailsQuery.MaxTake + 1)]
    public async Task A_page_that_cannot_be_is_refused(int skip, int take) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Reader.ReadAsync(Query(1) with { Skip = skip, Take = take }, default));

    private DetailsReader Reader => new(Database.Visits);

    // Three of four visitors see /b/tea, two /a/Tea, one /c. Two of them see two pages, a minute apart.
    private async Task<DetailsQuery> StoreAsync()
    {
        var siteId = Database.NextSiteId();
        var visits = new VisitBuilder(siteId, TimeZoneInfo.Utc)
            .PageView("Cy", _now.AddMinutes(-9), "/c")
            .PageView("Ada", _now.AddMinutes(-8), "/b/tea")
            .PageView("Ada", _now.AddMinutes(-7), "/a/Tea")
            .PageView("Bob", _now.AddMinutes(-6), "/b/tea")
            .PageView("Bob", _now.AddMinutes(-5), "/a/Tea")
            .PageView("Dan", _now.AddMinutes(-4), "/b/tea")
            .Visits;
        await Database.Visits.AppendAsync(visits, default);
        return Query(siteId);
    }

    private static DetailsQuery Query(int siteId) =>
        new(new StatsQuery(siteId, new RangeChoice(RangeKind.Today).Resolve(TimeZoneInfo.Utc, _now), []), Dimension.Page);

    private async Task<string[]> ValuesAsync(DetailsQuery query) => [.. (await Reader.ReadAsync(query, default)).Rows.Select(row => row.Value)];

    private async Task CompareAsync(RandomVisits random)
    {
        var siteId = Database.NextSiteId();
        var visits = random.Visits(siteId);
        await Database.Visits.AppendAsync([.. visits, .. random.Visits(Database.NextSiteId())], default);
        var query = random.Query(siteId);
        foreach (var dimension in random.Dimensions)
        {
            var page = await Reader.ReadAsync(new DetailsQuery(query, dimension, Take: Some), default);
            var expected = new StatsModel(visits, query).Breakdown(dimension, int.MaxValue);

            Assert.Equal(expected.Rows.Take(Some).Select(row => row.Count), page.Rows.Select(row => row.Count));
            Assert.Equal((expected.Rows.Count, expected.Total), (page.Found, page.Breakdown.Total));
            foreach (var row in page.Rows)
            {
                var totals = new StatsModel(visits, query with { Filters = [.. query.Filters, .. By(dimension, row.Value)] }).Totals();
                Assert.Equal((totals.Sessions, totals.Bounces, totals.DurationMs), (row.Sessions, row.Bounces, row.DurationMs));
            }
        }
    }

    // The row of a page is made of its page views, that of an event has no page views among them.
    private static IEnumerable<VisitFilter> By(Dimension dimension, string value) => dimension == Dimension.Page
        ? [VisitFilter.Is(dimension, value), VisitFilter.Is(Dimension.Event, Visit.PageLoad)]
        : [VisitFilter.Is(dimension, value)];
}

public sealed class SqliteDetailsReaderTests(SqliteDatabase database) : DetailsReaderTests(database), IClassFixture<SqliteDatabase>;

public sealed class SqlServerDetailsReaderTests(SqlServerDatabase database) : DetailsReaderTests(database), IClassFixture<SqlServerDatabase>;
