using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>One site of the sites page. Leads to its dashboard. Among many, only the one that has news is rendered.</summary>
public sealed partial class SiteCard
{
    private (Site Site, bool IsPinned, (TodayStats Today, int Online)? Figures)? _shown;
    private bool _hasNews;

    [Parameter, EditorRequired]
    public required Site Site { get; set; }

    /// <summary>Null while they are read; the card keeps its size.</summary>
    [Parameter, EditorRequired]
    public (TodayStats Today, int Online)? Figures { get; set; }

    [Parameter]
    public bool IsPinned { get; set; }

    /// <summary>Asked to be pinned, or not to be any longer.</summary>
    [Parameter]
    public EventCallback<bool> OnPin { get; set; }

    /// <summary>Today against yesterday until the same hour, as a fraction; null where there is nothing to compare with.</summary>
    private double? Change => Figures is { Today: { VisitorsYesterday: > 0 } today }
        ? ((double)today.Visitors / today.VisitorsYesterday) - 1
        : null;

    protected override void OnParametersSet()
    {
        var shown = _shown;
        _shown = (Site, IsPinned, Figures);
        _hasNews = shown != _shown;
    }

    protected override bool ShouldRender() => _hasNews;
}
