using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>The T-SQL of every figure, without a server.</summary>
public sealed class SqlServerStatsQueryTests : IDisposable
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private readonly RecordedSqlServer _server = new();
    private readonly StatsReader _reader;

    public SqlServerStatsQueryTests() => _reader = new StatsReader(_server.Store, TimeProvider.System);

    public static TheoryData<Dimension> Dimensions => [.. Enum.GetValues<Dimension>()];

    public static TheoryData<FilterOperator> Operators => [.. Enum.GetValues<FilterOperator>()];

    [Theory]
    [MemberData(nameof(Dimensions))]
    public async Task A_breakdown_is_valid(Dimension dimension) =>
        await AssertValidAsync(() => _reader.ReadBreakdownAsync(Query(), dimension, 10, CancellationToken.None));

    [Theory]
    [MemberData(nameof(Dimensions))]
    public async Task Details_are_valid_however_they_are_sorted_and_searched(Dimension dimension)
    {
        var details = new DetailsReader(_server.Store);
        var query = new DetailsQuery(Query(VisitFilter.Is(Dimension.Page, "/a")), dimension, Search: "50%", Named: ["DE"], Skip: 10);

        await AssertValidAsync(
        [
            () => details.SuggestAsync(query, CancellationToken.None),
            .. Enum.GetValues<DetailsColumn>().Select(column => (Func<Task>)(() => details.ReadAsync(query with { SortBy = column }, CancellationToken.None))),
        ]);
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public async Task Figures_under_a_filter_are_valid(Dimension dimension)
    {
        var query = Query(VisitFilter.Is(dimension, "a", "it's"));

        await AssertValidAsync(
            () => _reader.ReadTotalsAsync(query, CancellationToken.None),
            () => _reader.ReadChartAsync(query, CancellationToken.None),
            () => _reader.ReadBreakdownAsync(query, Dimension.Source, 10, CancellationToken.None),
            () => _reader.ReadBreakdownAsync(query, Dimension.Page, 10, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public async Task Every_way_to_filter_is_valid(FilterOperator comparison)
    {
        var query = Query(
            new VisitFilter(Dimension.Page, comparison, ["/50%_[a]", "b"]),
            new VisitFilter(Dimension.Country, comparison, ["DE"]));

        await AssertValidAsync(
            () => _reader.ReadTotalsAsync(query, CancellationToken.None),
            () => _reader.ReadChartAsync(query, CancellationToken.None),
            () => _reader.ReadLogAsync(new LogQuery(query), CancellationToken.None));
    }

    [Fact]
    public async Task A_value_that_ends_in_a_blank_is_not_compared_as_the_server_would_not_see_the_blank()
    {
        await AssertValidAsync(() => _reader.ReadTotalsAsync(Query(VisitFilter.Is(Dimension.Source, "Google ")), CancellationToken.None));

        Assert.All(_server.Commands, command => Assert.DoesNotContain("[Source]", command, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_visit_log_is_valid_however_it_is_sorted_and_searched() =>
        await AssertValidAsync(
        [
            .. Enum.GetValues<LogColumn>().Select(column => (Func<Task>)(() =>
                _reader.ReadLogAsync(new LogQuery(Query(), Search: "50%", SortBy: column, Descending: column != LogColumn.Path, Skip: 100), CancellationToken.None))),
        ]);

    [Fact]
    public async Task What_is_asked_without_a_range_is_valid() =>
        await AssertValidAsync(
            () => _reader.HasVisitsAsync(1, CancellationToken.None),
            () => _reader.ReadFirstDateAsync(1, _zone, CancellationToken.None),
            () => _reader.ReadOnlineAsync(1, CancellationToken.None),
            () => _reader.ReadOnlineVisitorsOfSitesAsync([1, 2], CancellationToken.None),
            () => _reader.ReadTodayAsync([new Site { OwnerId = "", Name = "", BaseUrl = "https://example.org", TimeZone = "Europe/Berlin" }], CancellationToken.None));

    public void Dispose() => _server.Dispose();

    private static StatsQuery Query(params IReadOnlyList<VisitFilter> filters) =>
        new(1, new RangeChoice(RangeKind.Last30Days).Resolve(_zone, TimeProvider.System.GetUtcNow()), filters);

    private async Task AssertValidAsync(params IReadOnlyList<Func<Task>> reads)
    {
        foreach (var read in reads)
        {
            var before = _server.Commands.Count;
            try
            {
                await read();
            }
            catch (InvalidOperationException)
            {
                // The recorded server has no rows, not even the one of an aggregate: what was asked is noted.
            }

            Assert.NotEqual(before, _server.Commands.Count);
        }

        Assert.All(_server.Commands, TSql.AssertParses);
    }
}
