using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class ViewShortcuts
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required DashboardQuery Query { get; set; }

    /// <summary>The site's time zone.</summary>
    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    /// <summary>The present.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>This page with other parameters.</summary>
    [Parameter, EditorRequired]
    public required Func<DashboardQuery, string> Url { get; set; }

    private void Show(DashboardQuery query) => Navigation.NavigateTo(Url(query));

    private void Step(Func<StatsRange, DateTimeOffset, RangeChoice?> step)
    {
        if (step(Query.Range.Resolve(Zone, Now), Now) is { } choice)
        {
            Show(Query with { Range = choice });
        }
    }

    private void ToggleComparison() =>
        Show(Query with { Comparison = Query.Comparison == Comparison.None ? Comparison.Previous : Comparison.None });
}
