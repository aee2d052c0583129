using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>204 means stored: whatever happens to the process afterwards, whichever engine it holds the visits in itself.</summary>
public abstract class CrashTests(VisitEngine engine) : IDisposable
{
    private const int Browsers = 16;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ProgramData _data = new() { Engine = engine };

    [Fact]
    public async Task A_server_that_is_killed_under_load_loses_no_acknowledged_visit_and_splits_no_session()
    {
        var site = await _data.CreateSiteAsync();
        var load = new BeaconLoad(site, Browsers);

        for (var crash = 1; crash <= 3; crash++)
        {
            await using var server = await StartAsync();
            var sending = load.SendAsync(server.Address, CancellationToken.None);
            await WaitForAsync(load, crash * 300, sending);

            await server.KillAsync();

            await sending.WaitAsync(_patience);
            AssertStored(load, await _data.ReadVisitsAsync(site));
        }

        // Whoever was cut off last comes once more.
        await using (var server = await StartAsync())
        {
            using var stop = new CancellationTokenSource();
            var sending = load.SendAsync(server.Address, stop.Token);
            await WaitForAsync(load, load.AcknowledgedCount + 100, sending);
            await stop.CancelAsync();
            await sending.WaitAsync(_patience);
            await server.KillAsync();
        }

        var visits = await _data.ReadVisitsAsync(site);
        AssertStored(load, visits);
        AssertWhole(visits);
    }

    [SkippableFact]
    public async Task A_server_that_is_asked_to_end_under_load_stores_what_it_acknowledged_and_ends_well()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var site = await _data.CreateSiteAsync();
        var load = new BeaconLoad(site, Browsers);
        await using var server = await StartAsync();
        using var stop = new CancellationTokenSource();
        var sending = load.SendAsync(server.Address, stop.Token);
        await WaitForAsync(load, 300, sending);

        server.Terminate();

        Assert.Equal(0, await server.WaitForExitAsync(TimeSpan.FromSeconds(10)));
        await sending.WaitAsync(_patience);
        var visits = await _data.ReadVisitsAsync(site);
        AssertStored(load, visits);
        AssertWhole(visits);
        Assert.DoesNotContain("could not be stored", server.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    private static void AssertStored(BeaconLoad load, IReadOnlyList<Visit> visits)
    {
        var stored = visits.CountBy(visit => visit.Path).ToDictionary(StringComparer.Ordinal);
        Assert.DoesNotContain(stored, path => path.Value != 1);
        Assert.Empty(load.Acknowledged.Except(stored.Keys, StringComparer.Ordinal));
    }

    private static void AssertWhole(IReadOnlyList<Visit> visits)
    {
        var browsers = visits.GroupBy(visit => BeaconLoad.BrowserOf(visit.Path), StringComparer.Ordinal).ToList();
        Assert.Equal(Browsers, browsers.Count);
        Assert.All(browsers, browser =>
        {
            Assert.Single(browser.Select(visit => visit.SessionId).Distinct());
            Assert.Single(browser.Select(visit => visit.SessionStartedAt).Distinct());
            Assert.Equal(1, browser.Sum(visit => visit.NewSession));
            Assert.Equal(1, browser.Sum(visit => visit.NewVisitor));
            Assert.Equal(0, browser.Sum(visit => visit.Bounce));
        });
    }

    private static async Task WaitForAsync(BeaconLoad load, int acknowledged, Task sending)
    {
        using var patience = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (load.AcknowledgedCount < acknowledged)
        {
            Assert.False(sending.IsCompleted, $"Nothing is sent any more: {sending.Exception?.GetBaseException().Message ?? "the server is gone"}");
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private Task<ServerProcess> StartAsync() =>
        ServerProcess.StartAsync(_data.Path, [.. _data.Settings, "--Beacons:AddressLimitPerMinute=0", "--Beacons:SiteLimitPerSecond=0"]);
}

public sealed class SqliteCrashTests() : CrashTests(VisitEngine.Database);

public sealed class DuckDbCrashTests() : CrashTests(VisitEngine.DuckDb);
