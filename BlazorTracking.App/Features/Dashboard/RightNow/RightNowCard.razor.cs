using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.RightNow;

public sealed partial class RightNowCard
{
    private static readonly int[] _silence = new int[30];

    /// <summary>Null while it is read.</summary>
    [Parameter, EditorRequired]
    public OnlineStats? Online { get; set; }

    /// <summary>The latest visits, the newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Visit> Visits { get; set; }

    /// <summary>Where each visit is listed; null where single visits are not shown.</summary>
    [Parameter, EditorRequired]
    public string? LogUrl { get; set; }

    [Parameter]
    public bool IsPaused { get; set; }

    [Parameter]
    public EventCallback OnPause { get; set; }
}
