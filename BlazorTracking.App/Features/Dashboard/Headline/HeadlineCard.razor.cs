using BlazorTracking.Features.Dashboard.Chart;
using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Headline;

public sealed partial class HeadlineCard
{
    private bool _isTable;

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>What is drawn; null until it is known.</summary>
    [Parameter, EditorRequired]
    public StatsRange? Range { get; set; }

    /// <summary>This page with another metric drawn.</summary>
    [Parameter, EditorRequired]
    public required Func<Metric, string> MetricUrl { get; set; }

    /// <summary>This page drawn in other intervals.</summary>
    [Parameter, EditorRequired]
    public required Func<Interval, string> IntervalUrl { get; set; }

    /// <summary>Null while they are read.</summary>
    [Parameter, EditorRequired]
    public StatsTotals? Totals { get; set; }

    [Parameter]
    public StatsTotals? Previous { get; set; }

    /// <summary>What the dashed line is; null without one.</summary>
    [Parameter]
    public string? PreviousTitle { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartMark> Marks { get; set; }
}
