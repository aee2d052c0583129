namespace BlazorTracking.Features.Dashboard.Chart;

/// <summary>
/// One interval of a chart: what it is called, what it counted, and what the interval in the same place of the
/// period before counted. A value is null where there is none: an interval still to come, or no comparison.
/// </summary>
public sealed record ChartMark(string Label, string AxisLabel, double? Value, double? Previous, bool IsUnfinished);
