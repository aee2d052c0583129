using System.Globalization;
using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Chart;

/// <summary>Turns the points of a range into the marks of a chart of one metric.</summary>
public static class ChartMarks
{
    private const int DaysOfHourLabels = 2;

    /// <summary>
    /// One mark a point. Each stands beside the point in the same place of the period before; the running one is
    /// unfinished, the ones to come have no value.
    /// </summary>
    public static IReadOnlyList<ChartMark> Of(Metric metric, StatsRange range, IReadOnlyList<ChartPoint> points, IReadOnlyList<ChartPoint>? previous, DateTimeOffset now) =>
        [.. points.Select((point, index) => new ChartMark(
            Label(range, point.From),
            AxisLabel(range, point.From),
            point.IsFuture(now) ? null : metric.Value(point.Totals),
            previous is not null && index < previous.Count ? metric.Value(previous[index].Totals) : null,
            point.IsRunning(now)))];

    private static string Label(StatsRange range, long from)
    {
        var local = range.Zone.LocalAt(from);
        return range.Interval switch
        {
            Interval.Minute => Text(local, "HH:mm"),
            Interval.Hour when range.Days == 1 => Text(local, "HH:mm"),
            Interval.Hour => Text(local, "ddd, d MMM, HH:mm"),
            Interval.Week => $"Week of {Text(local, "d MMM yyyy")}",
            Interval.Month => Text(local, "MMMM yyyy"),
            _ => Text(local, "ddd, d MMM"),
        };
    }

    private static string AxisLabel(StatsRange range, long from)
    {
        var local = range.Zone.LocalAt(from);
        return range.Interval switch
        {
            Interval.Hour when range.Days > DaysOfHourLabels => Text(local, "MMM d"),
            Interval.Minute or Interval.Hour => Text(local, "HH:mm"),
            Interval.Month => Text(local, local.Month == 1 ? "yyyy" : "MMM"),
            _ => Text(local, "MMM d"),
        };
    }

    private static string Text(DateTime local, string format) => local.ToString(format, CultureInfo.CurrentCulture);
}
