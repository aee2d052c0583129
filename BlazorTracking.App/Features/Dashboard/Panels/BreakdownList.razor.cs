using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Panels;

public sealed partial class BreakdownList
{
    public const int MostRows = 9;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What is counted: "Visitors".</summary>
    [Parameter, EditorRequired]
    public required string Unit { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<BreakdownItem> Items { get; set; }

    // In steps of half a per cent: a visit more in thousands moves no bar.
    private static string Percent(double share) => (Math.Round(share * 200) / 2).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    // The whole label, which may be cut off, and every digit of what may be shortened.
    private string Hint(BreakdownItem item) =>
        (item.IsSelected ? DashboardText.HintUnfilter : DashboardText.HintFilter)
            .With(item.Label, Unit, item.Count.ToString("N0", CultureInfo.CurrentCulture), Figure.Share(item.Share));
}
