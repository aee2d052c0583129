using System.Globalization;
using BlazorTracking.Data;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Live;

/// <summary>A hundred dashboards of one site while a thousand visits a second arrive. Writes what it saw to <c>artifacts/live-load.md</c>.</summary>
[Collection(nameof(LiveLoad))]
public sealed class LiveLoadTests : IDisposable
{
    private const int Dashboards = 100;
    private const int BeaconsPerSecond = 1000;
    private static readonly TimeSpan _duration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly ProgramData _data = new() { Engine = VisitEngine.DuckDb };

    [Fact]
    public async Task Every_dashboard_is_drawn_at_most_four_times_a_second_and_ends_with_the_totals_of_the_store()
    {
        var site = await _data.CreateSiteAsync();
        await using var server = await ServerProcess.StartAsync(_data.Path, "--Beacons:AddressLimitPerMinute=0", "--Beacons:SiteLimitPerSecond=0", "--Proxy:TrustedAddresses=127.0.0.1", "--Logging:LogLevel:Default=Warning");
        var first = new PacedBeacons(site, BeaconsPerSecond);
        await first.SendAsync(server.Address, TimeSpan.FromSeconds(1));
        var cookies = await server.SignInAsync(ProgramData.OwnerEmail, ProgramData.OwnerPassword);
        var path = AppUrls.Site(site) + "?range=today";
        var dashboards = new List<WatchedDashboard> { await WatchedDashboard.OpenAsync(server.Address, path, cookies) };
        await dashboards[0].WaitUntilAsync(dashboard => dashboard.Visits >= first.Acknowledged.Count, _patience);
        var memoryOfOne = server.WorkingSet;
        while (dashboards.Count < Dashboards)
        {
            dashboards.Add(await WatchedDashboard.OpenAsync(server.Address, path, cookies));
            await dashboards[^1].WaitUntilAsync(dashboard => dashboard.Visits >= first.Acknowledged.Count, _patience);
        }

        var memoryOfAll = server.WorkingSet;
        var rendersBefore = dashboards.ConvertAll(dashboard => dashboard.Renders);
        var load = new PacedBeacons(site, BeaconsPerSecond);
        var begun = TimeProvider.System.GetTimestamp();

        await load.SendAsync(server.Address, _duration);

        var elapsed = TimeProvider.System.GetElapsedTime(begun);
        var rates = dashboards.Select((dashboard, number) => (dashboard.Renders - rendersBefore[number]) / elapsed.TotalSeconds).Order().ToList();
        var memoryUnderLoad = server.WorkingSet;
        var acknowledged = load.Acknowledged;
        var stored = first.Acknowledged.Count + acknowledged.Count;
        foreach (var dashboard in dashboards)
        {
            await dashboard.WaitUntilAsync(shown => shown.Visits >= stored, _patience);
        }

        var delays = dashboards.SelectMany(dashboard => dashboard.Delays(acknowledged, first.Acknowledged.Count)).Select(delay => delay.TotalMilliseconds).Order().ToList();
        var report = string.Create(CultureInfo.InvariantCulture, $"""
            | what | figure |
            |---|---|
            | dashboards | {Dashboards} |
            | visits a second, acknowledged | {acknowledged.Count / elapsed.TotalSeconds:N0} |
            | memory a dashboard, opened | {(memoryOfAll - memoryOfOne) / (Dashboards - 1) / 1024:N0} KiB |
            | memory of the server under load | {memoryUnderLoad / 1024 / 1024:N0} MiB |
            | renderings a second of a dashboard, median and most | {rates[rates.Count / 2]:N2}, {rates[^1]:N2} |
            | from 204 to the dashboard, p50 | {delays[delays.Count / 2]:N0} ms |
            | p95 | {delays[delays.Count * 95 / 100]:N0} ms |
            | p99 | {delays[delays.Count * 99 / 100]:N0} ms |

            """);
        await File.WriteAllTextAsync(Path.Combine(Repository.Artifacts, "live-load.md"), report);

        Assert.InRange(rates[^1], 0, 4.05);

        // The file of the visits is the server's alone while it runs.
        server.Terminate();
        Assert.Equal(0, await server.WaitForExitAsync());
        await AssertTotalsAsync(site, dashboards, stored);
    }

    public void Dispose() => _data.Dispose();

    private async Task AssertTotalsAsync(int site, IReadOnlyList<WatchedDashboard> dashboards, int stored)
    {
        var totals = await _data.UseAsync(async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync();
            var zone = (await context.Sites.SingleAsync(owned => owned.Id == site)).Zone();
            var query = new StatsQuery(site, new RangeChoice(RangeKind.Today).Resolve(zone, TimeProvider.System.GetUtcNow()), []);
            return await new StatsReader(services.GetRequiredService<IVisitStore>(), TimeProvider.System).ReadTotalsAsync(query, CancellationToken.None);
        });

        Assert.Equal(stored, totals.PageViews);
        foreach (var dashboard in dashboards)
        {
            Assert.Equal(totals.PageViews, dashboard.Visits);
            await dashboard.WaitUntilAsync(shown => shown.HasShown(totals.Visitors) && shown.HasShown(totals.Sessions), _patience);
        }
    }
}

/// <summary>Alone on the machine, after all other tests.</summary>
[CollectionDefinition(nameof(LiveLoad), DisableParallelization = true)]
public sealed class LiveLoad;
