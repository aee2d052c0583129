using System.Text.Json.Serialization;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

/// <summary>A page as the browser sees it load.</summary>
internal sealed class LoadPage(IPage page)
{
    /// <summary>Run before the page's own scripts: notes what moves.</summary>
    public const string Watch = """
        window.load = { shifts: [] };
        new PerformanceObserver(list => {
          for (const shift of list.getEntries()) {
            load.shifts.push({ at: shift.startTime, value: shift.value, what: shift.sources.map(source => source.node?.className || source.node?.nodeName).join(', ') });
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Everything that moved without having been asked to.</summary>
    public async Task<IReadOnlyList<LayoutShift>> ShiftsAsync() => await page.EvaluateAsync<LayoutShift[]>("load.shifts");
}

/// <summary>Something moved.</summary>
internal sealed record LayoutShift
{
    /// <summary>Milliseconds since the navigation.</summary>
    [JsonPropertyName("at")]
    public double At { get; init; }

    [JsonPropertyName("value")]
    public double Value { get; init; }

    [JsonPropertyName("what")]
    public string What { get; init; } = "";
}
