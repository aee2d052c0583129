using BlazorTracking.Features.Beacons;

namespace BlazorTracking.Features.Demo;

/// <summary>
/// Keeps the demonstration's visitors coming: their visits go to the same writer as real beacons', and from there to
/// the store and the open dashboards.
/// </summary>
internal sealed class DemoTraffic(DemoHistory history, VisitWriter writer, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(500);

    /// <summary>After a pause (a laptop that slept) the crowds catch up in steps that the writer's queue can hold.</summary>
    private const long LongestStep = 60 * 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = time.GetUtcNow().ToUnixTimeMilliseconds();
                var visits = history.Crowds.SelectMany(crowd => crowd.Advance(Math.Min(now, crowd.Clock + LongestStep)));

                // What the writer cannot take now is gone: these visitors do not send again.
                await Task.WhenAll(visits.Select(writer.WriteAsync));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }
}
