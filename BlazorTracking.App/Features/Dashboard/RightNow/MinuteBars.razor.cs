using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.RightNow;

public sealed partial class MinuteBars
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<int> Counts { get; set; }

    private string Spoken => DashboardText.MinutesLabel.With(Counts.Count, Figure.Count(Counts.Sum(count => (long)count)), Figure.Count(Counts.DefaultIfEmpty().Max()));

    // Even the quietest minute is a line, so that silence is seen to be drawn.
    private string Height(int count)
    {
        var most = Math.Max(1, Counts.Max());
        return (5 + (95.0 * count / most)).ToString("0.#", CultureInfo.InvariantCulture) + "%";
    }
}
