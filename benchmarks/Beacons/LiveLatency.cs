using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace BlazorTracking.Benchmarks;

/// <summary>The time from a beacon's 204 to the changed number in the pages of open dashboards.</summary>
internal sealed class LiveLatency(BenchmarkOptions options, ServerProcess server, BenchmarkSeed seed)
{
    // After so many the pages have settled, and the server has compiled what it needs.
    private const int WarmUpBeacons = 30;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    // Notes each value of the number of page views with the time at which it appeared in the page.
    private const string Watch = """
        () => {
          window.seen = [];
          const read = () => {
            const tile = [...document.querySelectorAll('.headline-tile')].find(tile => tile.textContent.includes('Page views'));
            const text = tile?.querySelector('b')?.textContent;
            if (text && seen.at(-1)?.[1] !== Number(text.replace(/\D/g, ''))) seen.push([Date.now(), Number(text.replace(/\D/g, ''))]);
          };
          new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true });
          read();
        }
        """;

    private readonly TimeProvider _time = TimeProvider.System;

    public async Task RunAsync()
    {
        if (options.Dashboards == 0 || !SignedInBrowser.IsInstalled)
        {
            Console.WriteLine("Live dashboards: not measured (no Chromium, or none asked for).");
            return;
        }

        using var client = new HttpClient { BaseAddress = server.Address };
        await SendAsync(client, 0);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await SignedInBrowser.LaunchAsync(playwright);
        var pages = await OpenAsync(browser);
        var acknowledged = new List<DateTimeOffset>();
        for (var i = 1; i <= WarmUpBeacons + options.Beacons; i++)
        {
            await Task.Delay(Random.Shared.Next(100, 500));
            await SendAsync(client, i);
            acknowledged.Add(_time.GetUtcNow());
        }

        Print(await ReadAsync(pages, acknowledged));
    }

    private async Task<List<IPage>> OpenAsync(IBrowser browser)
    {
        var context = await browser.SignInAsync(server, seed);
        var pages = new List<IPage>();
        for (var i = 0; i < options.Dashboards; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{AppUrls.Site(seed.LiveSiteId)}?range=today");
            await page.WaitForSelectorAsync(".headline-tile b");
            await page.EvaluateAsync(Watch);
            pages.Add(page);
        }

        return pages;
    }

    private async Task SendAsync(HttpClient client, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AppUrls.Beacon(seed.LiveSiteId))
        {
            Content = new StringContent($$"""{"url":"https://example.com/live/{{number % 20}}","width":1440}""", Encoding.UTF8, "text/plain"),
        };
        request.Headers.TryAddWithoutValidation(
            "User-Agent",
            $"Mozilla/5.0 (X11; Linux x86_64; rv:{100 + (number % 50)}.0) Gecko/20100101 Firefox/{100 + (number % 50)}.0");
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.NoContent)
        {
            throw new InvalidOperationException($"A beacon was answered with {(int)answer.StatusCode}.");
        }
    }

    /// <summary>Milliseconds for each beacon after the warm-up in each page. One visit was there before the first of them.</summary>
    private static async Task<List<double>> ReadAsync(List<IPage> pages, List<DateTimeOffset> acknowledged)
    {
        var latencies = new List<double>();
        foreach (var page in pages)
        {
            await page.WaitForFunctionAsync(
                "expected => seen.at(-1)[1] >= expected", acknowledged.Count + 1, new() { Timeout = (float)_patience.TotalMilliseconds });
            var seen = await page.EvaluateAsync<double[][]>("() => seen");
            for (var i = WarmUpBeacons; i < acknowledged.Count; i++)
            {
                var at = seen.First(entry => entry[1] >= i + 2)[0];
                latencies.Add(Math.Max(0, at - acknowledged[i].ToUnixTimeMilliseconds()));
            }
        }

        return latencies;
    }

    private void Print(List<double> latencies)
    {
        Console.WriteLine($"{options.Dashboards} open dashboards, {options.Beacons} beacons one after another (after {WarmUpBeacons} to warm up), from the 204 to the number in the page:");
        Console.WriteLine();
        Console.WriteLine("| p50 | p95 | max |");
        Console.WriteLine("|---|---|---|");
        Console.WriteLine(FormattableString.Invariant(
            $"| {Percentiles.Of(latencies, 0.5):0} ms | {Percentiles.Of(latencies, 0.95):0} ms | {latencies.Max():0} ms |"));
    }
}
