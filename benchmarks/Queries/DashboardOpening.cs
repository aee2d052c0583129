using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Dashboard.RightNow;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Benchmarks;

/// <summary>What the store is asked when a dashboard opens: as <see cref="DashboardState"/> does it, the first list of every panel.</summary>
internal sealed class DashboardOpening(StatsReader reader, string range, IReadOnlyList<VisitFilter> filters)
{
    private const int DaysOfLatest = 7;

    private static readonly Dimension[] _listed = [.. PanelDefinition.All.Select(panel => panel.Lists[0].Dimension).Distinct()];

    public StatsQuery Query { get; } = Of(RangeChoice.Parse(range, null, null), filters);

    public StatsQuery PreviousWhole => Query with { Range = Query.Range.Previous(DateTimeOffset.FromUnixTimeMilliseconds(Query.Range.To))! };

    public StatsQuery Previous => Query with { Range = Query.Range.Previous(GeneratedVisits.End)! };

    /// <summary>Of <see cref="Previous"/>, the point of the chart that was running.</summary>
    public StatsQuery PreviousRunning => Query with { Range = Previous.Range.Since(PreviousWhole.Range.Boundaries().Last(boundary => boundary <= Previous.Range.To)) };

    public static StatsQuery Today { get; } = Of(new RangeChoice(RangeKind.Today), []);

    public static StatsQuery Latest { get; } = Of(
        new RangeChoice(RangeKind.Custom, DateOnly.FromDateTime(GeneratedVisits.End.UtcDateTime.AddDays(-DaysOfLatest)), DateOnly.FromDateTime(GeneratedVisits.End.UtcDateTime)), []);

    /// <summary>Where enough of the latest visits are.</summary>
    public static StatsQuery LastHour { get; } = Latest with { Range = Latest.Range.Since(GeneratedVisits.End.AddHours(-1).ToUnixTimeMilliseconds()) };

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await reader.ReadFirstDateAsync(GeneratedVisits.SiteId, TimeZoneInfo.Utc, cancellationToken);
        await Task.WhenAll(
            reader.ReadSnapshotAsync(Query, _listed, BreakdownList.MostRows, cancellationToken),
            reader.ReadLatestAsync(GeneratedVisits.SiteId, Latest.Range.From, VisitFeed.MostVisits, cancellationToken),
            reader.ReadOnlineVisitorsAsync(GeneratedVisits.SiteId, cancellationToken),
            reader.ReadTotalsAsync(Today, cancellationToken));
    }

    private static StatsQuery Of(RangeChoice choice, IReadOnlyList<VisitFilter> filters) =>
        new(GeneratedVisits.SiteId, choice.Resolve(TimeZoneInfo.Utc, GeneratedVisits.End), filters);
}
