using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class RangeControl
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required RangeChoice Choice { get; set; }

    /// <summary>The days that the choice stands for now; null before they are known.</summary>
    [Parameter, EditorRequired]
    public StatsRange? Range { get; set; }

    /// <summary>The present.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>This page with another range.</summary>
    [Parameter, EditorRequired]
    public required Func<RangeChoice, string> Url { get; set; }

    private TimeZoneInfo Zone => Range?.Zone ?? TimeZoneInfo.Utc;

    private DateOnly Today => Zone.DateAt(Now.ToUnixTimeMilliseconds());

    // From what was chosen: what is shown may still be on its way.
    private RangeChoice? Before => RangeStep.Before(Choice.Resolve(Zone, Now), Now);

    private RangeChoice? After => RangeStep.After(Choice.Resolve(Zone, Now), Now);

    private void ShowCustom((DateOnly First, DateOnly Last) days) =>
        Navigation.NavigateTo(Url(new RangeChoice(RangeKind.Custom, days.First, days.Last)));
}
