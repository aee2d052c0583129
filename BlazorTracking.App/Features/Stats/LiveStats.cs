using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// The figures of one view, kept up to date by addition: give it every visit of the site that the live feed brings from
/// before the snapshot was read. What cannot be added exactly (distinct counts under a page or event filter, the pages
/// panel) it marks as stale; <see cref="StatsReader.RefreshAsync"/> reads that anew. Used by one circuit, not thread-safe.
/// </summary>
public sealed class LiveStats
{
    public LiveStats(StatsSnapshot snapshot)
    {
        Query = snapshot.Query;
        Totals = snapshot.Totals;
        Previous = snapshot.Previous;
        Chart = snapshot.Chart;
        Breakdowns = snapshot.Breakdowns;
    }

    public StatsQuery Query { get; }

    public StatsTotals Totals { get; private set; }

    /// <summary>The totals of the range before; null where there is none.</summary>
    public StatsTotals? Previous { get; private set; }

    public IReadOnlyList<ChartPoint> Chart { get; private set; }

    /// <summary>The watched dimensions that were read.</summary>
    public IReadOnlyDictionary<Dimension, Breakdown> Breakdowns { get; private set; }

    /// <summary>Something must be read: a visit came that could not be added, or a dimension is watched that was not read.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Counts the visits in. Those that were counted are left out.</summary>
    public void Add(IReadOnlyList<Visit> visits) => IsStale |= visits.Count > 0;

    /// <summary>Says which dimensions are shown from now on: new ones are read by the next refresh, the others are dropped.</summary>
    public void Watch(IEnumerable<Dimension> dimensions) => IsStale |= dimensions.Any(dimension => !Breakdowns.ContainsKey(dimension));
}
