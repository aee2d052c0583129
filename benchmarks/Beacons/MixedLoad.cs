using System.Diagnostics;
using System.Globalization;
using BlazorTracking.Tests.Features.Live;
using Microsoft.Playwright;

namespace BlazorTracking.Benchmarks;

/// <summary>Beacons at a steady pace while somebody loads the site's dashboard of thirty days again every second.</summary>
internal sealed class MixedLoad(BenchmarkOptions options, EngineServer server)
{
    private const int WarmUpSeconds = 5;
    private static readonly TimeSpan _reloadInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _memoryInterval = TimeSpan.FromSeconds(10);

    /// <summary>False if the store does not hold what was acknowledged.</summary>
    /// <exception cref="InvalidOperationException">A beacon was refused.</exception>
    public async Task<bool> RunAsync()
    {
        var (process, site) = (server.Process, server.Seed.LoadSiteId);
        var warmUp = new PacedBeacons(site, options.PerSecond);
        await warmUp.SendAsync(process.Address, TimeSpan.FromSeconds(WarmUpSeconds));
        var beacons = new PacedBeacons(site, options.PerSecond);
        using var stop = new CancellationTokenSource();
        var memory = SampleMemoryAsync(stop.Token);
        var loads = ReloadAsync(stop.Token);

        var watch = Stopwatch.StartNew();
        await beacons.SendAsync(process.Address, TimeSpan.FromSeconds(options.Seconds));
        var seconds = watch.Elapsed.TotalSeconds;

        await stop.CancelAsync();
        Console.WriteLine($"{server.Name}:");
        Print(beacons.Waits, seconds, await loads, await memory);
        var acknowledged = warmUp.Waits.Count + beacons.Waits.Count;
        var stored = await server.CountVisitsAsync();
        Console.WriteLine(FormattableString.Invariant($"Acknowledged {acknowledged:N0}, stored {stored:N0}."));
        return stored == acknowledged;
    }

    private async Task<List<double>> ReloadAsync(CancellationToken stop)
    {
        var loads = new List<double>();
        if (!SignedInBrowser.IsInstalled)
        {
            return loads;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await SignedInBrowser.LaunchAsync(playwright);
        var context = await browser.SignInAsync(server.Process, server.Seed);
        var page = await context.NewPageAsync();
        while (!stop.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await page.GotoAsync($"{AppUrls.Site(server.Seed.LoadSiteId)}?range=30d");
            await page.WaitForSelectorAsync(".headline-tile b");
            loads.Add(watch.Elapsed.TotalMilliseconds);
            if (_reloadInterval - watch.Elapsed is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return loads;
    }

    private async Task<List<long>> SampleMemoryAsync(CancellationToken stop)
    {
        var samples = new List<long>();
        while (!stop.IsCancellationRequested)
        {
            samples.Add(server.Process.WorkingSet);
            await Task.Delay(_memoryInterval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return samples;
    }

    private static void Print(IReadOnlyList<TimeSpan> waits, double seconds, List<double> loads, List<long> memory)
    {
        var milliseconds = waits.Select(wait => wait.TotalMilliseconds).ToList();
        Console.WriteLine("| | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(FormattableString.Invariant($"| beacons a second | {waits.Count / seconds:N0} |"));
        Console.WriteLine(FormattableString.Invariant($"| beacon p50, p95, p99 | {Percentiles.Of(milliseconds, 0.5):0.0}, {Percentiles.Of(milliseconds, 0.95):0.0}, {Percentiles.Of(milliseconds, 0.99):0.0} ms |"));
        if (loads.Count > 0)
        {
            Console.WriteLine(FormattableString.Invariant($"| dashboards loaded | {loads.Count} |"));
            Console.WriteLine(FormattableString.Invariant($"| until it shows figures p50, p95 | {Percentiles.Of(loads, 0.5):0}, {Percentiles.Of(loads, 0.95):0} ms |"));
        }

        // A closed page's circuit is kept for minutes: growth is what goes on after them.
        var quarters = Enumerable.Range(1, 4).Select(quarter => memory[Math.Max(0, (quarter * memory.Count / 4) - 1)] / 1e6);
        Console.WriteLine(FormattableString.Invariant($"| memory after each quarter | {string.Join(", ", quarters.Select(megabytes => megabytes.ToString("0", CultureInfo.InvariantCulture)))} MB |"));
        Console.WriteLine();
    }
}
