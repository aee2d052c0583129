namespace BlazorTracking.Features.Stats;

/// <summary>What a view is compared with.</summary>
/// <param name="Totals">The headline numbers, until the same time of day where the view's range is not over.</param>
/// <param name="Chart">A point for each interval of the whole range, also for what came after that.</param>
public sealed record ComparedStats(StatsTotals Totals, IReadOnlyList<ChartPoint> Chart);
