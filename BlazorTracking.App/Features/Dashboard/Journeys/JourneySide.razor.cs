using System.Globalization;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Journeys;

/// <summary>The pages on one side of a page, and how often there was none.</summary>
public sealed partial class JourneySide
{
    public const int MostRows = 5;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What it is called when there is no page on this side.</summary>
    [Parameter, EditorRequired]
    public required string End { get; set; }

    /// <summary>How often there is none.</summary>
    [Parameter, EditorRequired]
    public long Ended { get; set; }

    /// <summary>Of how many views.</summary>
    [Parameter, EditorRequired]
    public long Total { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<BreakdownRow> Pages { get; set; }

    [Parameter]
    public EventCallback<string> OnChoose { get; set; }

    private string Width(long count) => (Total == 0 ? 0 : Math.Min(100, 100.0 * count / Total)).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
