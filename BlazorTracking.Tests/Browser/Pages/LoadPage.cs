using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Pages;

/// <summary>A page as the browser sees it load.</summary>
internal sealed class LoadPage(IPage page)
{
    /// <summary>Run before the page's own scripts: notes when content and figures are there, which a circuit must have brought, and what moves.</summary>
    public const string Watch = """
        window.load = { shifts: [] };
        new PerformanceObserver(list => {
          for (const shift of list.getEntries()) {
            load.shifts.push({ at: shift.startTime, value: shift.value, what: shift.sources.map(source => source.node?.className || source.node?.nodeName).join(', ') });
          }
        }).observe({ type: 'layout-shift', buffered: true });
        load.content = new Promise(resolve => new PerformanceObserver(list => {
          for (const paint of list.getEntriesByName('first-contentful-paint')) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true }));
        load.interactive = new Promise(resolve => new MutationObserver((_, observer) => {
          if (document.querySelector('.headline-tile b')) { observer.disconnect(); resolve(performance.now()); }
        }).observe(document, { childList: true, subtree: true }));
        """;

    /// <summary>Opens it with a part of the processor and waits until it answers.</summary>
    /// <param name="slowdown">How many times slower than this machine the browser is.</param>
    public async Task<LoadTimes> OpenAsync(string url, int slowdown)
    {
        await page.AddInitScriptAsync(Watch);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit });

        // Playwright's own waiting puts a script into the page that takes a slowed browser an eighth of a second to read.
        var answer = await session.SendAsync("Runtime.evaluate", new()
        {
            ["expression"] = "Promise.all([load.content, load.interactive]).then(([content, interactive]) => ({ content, interactive }))",
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        });
        return answer!.Value.GetProperty("result").GetProperty("value").Deserialize<LoadTimes>()!;
    }

    /// <summary>Everything that moved without having been asked to.</summary>
    public async Task<IReadOnlyList<LayoutShift>> ShiftsAsync() => await page.EvaluateAsync<LayoutShift[]>("load.shifts");
}

/// <summary>Milliseconds from the navigation until something is there, and until figures are that a circuit brought.</summary>
internal sealed record LoadTimes
{
    [JsonPropertyName("content")]
    public double Content { get; init; }

    [JsonPropertyName("interactive")]
    public double Interactive { get; init; }
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
