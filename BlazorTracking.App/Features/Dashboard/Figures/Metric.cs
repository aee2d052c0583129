using BlazorTracking.Features.Dashboard.Chart;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Figures;

/// <summary>A headline number: what it is called, how it is taken from the totals, how it is written and which way is good.</summary>
public sealed class Metric
{
    private readonly Func<string> _title;

    private Metric(string key, Func<string> title, Func<StatsTotals, double?> value)
    {
        (Key, _title, Value) = (key, title, value);
    }

    public static Metric Visitors { get; } = Counted("visitors", () => DashboardText.Visitors, totals => totals.Visitors);

    public static Metric Sessions { get; } = Counted("sessions", () => DashboardText.Sessions, totals => totals.Sessions);

    public static Metric PageViews { get; } = Counted("views", () => DashboardText.PageViews, totals => totals.PageViews);

    public static Metric ViewsPerSession { get; } = new("depth", () => DashboardText.ViewsPerSession, totals => totals.ViewsPerSession)
    {
        Write = Figure.Ratio,
        WriteTick = Figure.Brief,
        Scale = largest => ChartScale.ForNumbers(largest, 0.5),
    };

    public static Metric BounceRate { get; } = new("bounces", () => DashboardText.BounceRate, totals => totals.BounceRate)
    {
        Write = Figure.Share,
        WriteTick = share => Figure.Percent(share, 0),
        Scale = largest => ChartScale.ForNumbers(largest, 0.05),
        IsShare = true,
        LessIsBetter = true,
    };

    public static Metric VisitTime { get; } = new("time", () => DashboardText.VisitTime, totals => totals.AverageVisitTime?.TotalMilliseconds)
    {
        Write = Figure.Duration,
        WriteTick = Figure.BriefDuration,
        Scale = ChartScale.ForTime,
    };

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Metric> All { get; } = [Visitors, Sessions, PageViews, ViewsPerSession, BounceRate, VisitTime];

    /// <summary>Its name in the URL.</summary>
    public string Key { get; }

    public string Title => _title();

    /// <summary>Null where there is nothing to divide by.</summary>
    public Func<StatsTotals, double?> Value { get; }

    public required Func<double, string> Write { get; init; }

    public required Func<double, string> WriteTick { get; init; }

    /// <summary>The chart's axis for the largest value.</summary>
    public required Func<double, ChartScale> Scale { get; init; }

    /// <summary>A part of a whole: changes are told in percentage points.</summary>
    public bool IsShare { get; private init; }

    public bool LessIsBetter { get; private init; }

    /// <summary>The metric of that name; the first one where there is none.</summary>
    public static Metric Find(string? key) => All.FirstOrDefault(metric => metric.Key == key) ?? Visitors;

    public string Text(StatsTotals totals) => Value(totals) is { } value ? Write(value) : Figure.None;

    /// <summary>What changed since the period before; null where there is nothing to compare.</summary>
    public MetricChange? Change(StatsTotals now, StatsTotals before)
    {
        if (Value(now) is not { } value || Value(before) is not { } previous)
        {
            return null;
        }

        if (!IsShare && previous == 0)
        {
            return null;
        }

        var change = IsShare ? value - previous : (value - previous) / previous;
        var text = IsShare ? Figure.Points(change) : Figure.Change(change);
        var isFlat = text[0] is not ('+' or '\u2212');
        return new MetricChange(text, isFlat ? null : change > 0 != LessIsBetter);
    }

    private static Metric Counted(string key, Func<string> title, Func<StatsTotals, double?> value) => new(key, title, value)
    {
        Write = number => Figure.Count((long)number),
        WriteTick = Figure.Brief,
        Scale = largest => ChartScale.ForNumbers(largest, 1),
    };
}

/// <summary>A change as it is written, and whether it is good news; null for no news.</summary>
public sealed record MetricChange(string Text, bool? IsGood);
