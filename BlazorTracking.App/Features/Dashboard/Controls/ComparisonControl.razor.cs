using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Controls;

public sealed partial class ComparisonControl
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required Comparison Comparison { get; set; }

    /// <summary>What is compared.</summary>
    [Parameter, EditorRequired]
    public required StatsRange Range { get; set; }

    /// <summary>This page with another comparison.</summary>
    [Parameter, EditorRequired]
    public required Func<Comparison, string> Url { get; set; }

    // What the calendar opens with.
    private (DateOnly First, DateOnly Last) Shown => Comparison is { First: { } first, Last: { } last }
        ? (first, last)
        : (Range.First.AddDays(-Range.Days), Range.First.AddDays(-1));

    private string? Current(Comparison comparison) => comparison == Comparison ? "true" : null;

    private void ShowCustom((DateOnly First, DateOnly Last) days) => Navigation.NavigateTo(Url(Comparison.Custom(days.First, days.Last)));
}
