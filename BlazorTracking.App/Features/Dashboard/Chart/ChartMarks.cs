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
        var day = DateOnly.FromDateTime(local);
        return range.Interval switch
        {
            Interval.Minute => DateText.Time(local),
            Interval.Hour when range.Days == 1 => DateText.Time(local),
            Interval.Hour => DateText.WeekdayAndTime(local),
            Interval.Week => DashboardText.WeekOf.With(DateText.Day(day)),
            Interval.Month => DateText.Month(day),
            _ => DateText.Weekday(day),
        };
    }

    private static string AxisLabel(StatsRange range, long from)
    {
        var local = range.Zone.LocalAt(from);
        var day = DateOnly.FromDateTime(local);
        return range.Interval switch
        {
            Interval.Hour when range.Days > DaysOfHourLabels => DateText.DayOfYear(day),
            Interval.Minute or Interval.Hour => DateText.Time(local),
            Interval.Month => local.Month == 1 ? DateText.Year(day) : DateText.MonthOfYear(day),
            _ => DateText.DayOfYear(day),
        };
    }
}
