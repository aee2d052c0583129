using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;

#pragma warning disable MA0025, CA1822, CA1801, IDE0060, CS9113 // replaced by the next landing

namespace BlazorTracking.Features.Stats;

/// <summary>The read side: every figure that a page shows. LINQ over <see cref="IVisitStore"/>, the same on every engine.</summary>
public sealed class StatsReader(IVisitStore visits, TimeProvider clock)
{
    /// <summary>Everything that a view shows, to be kept up to date by <see cref="LiveStats"/>. Subscribe to the live feed before.</summary>
    public Task<StatsSnapshot> ReadSnapshotAsync(StatsQuery query, IReadOnlyCollection<Dimension> dimensions, int limit, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads what is stale in a view, at most once a second for all views that ask the same.</summary>
    public Task RefreshAsync(LiveStats live, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<StatsTotals> ReadTotalsAsync(StatsQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A point for each interval of the range, also the empty and the future ones.</summary>
    public Task<IReadOnlyList<ChartPoint>> ReadChartAsync(StatsQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The <paramref name="limit"/> most frequent values of the dimension.</summary>
    public Task<Breakdown> ReadBreakdownAsync(StatsQuery query, Dimension dimension, int limit, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<LogPage> ReadLogAsync(LogQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<bool> HasVisitsAsync(int siteId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The local date of the site's first visit, where <see cref="RangeKind.All"/> begins; null without visits.</summary>
    public Task<DateOnly?> ReadFirstDateAsync(int siteId, TimeZoneInfo zone, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<OnlineStats> ReadOnlineAsync(int siteId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The day so far of each of the sites, in their order, in one query.</summary>
    public Task<IReadOnlyList<TodayStats>> ReadTodayAsync(IReadOnlyCollection<Site> sites, CancellationToken cancellationToken) => throw new NotImplementedException();
}
