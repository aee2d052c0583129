using BlazorTracking.Features.Live;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard;

/// <summary>Listens to a site until it is disposed: keeps the visits that arrive, and calls for each batch and once a second, on any thread.</summary>
internal sealed class SiteWatch : IDisposable
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    private readonly ArrivedVisits _arrived = new();
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;

    public SiteWatch(int siteId, LiveFeed feed, TimeProvider clock, Action call)
    {
        _subscription = feed.Subscribe(siteId, visits =>
        {
            _arrived.Add(visits);
            call();
        });
        _timer = clock.CreateTimer(_ => call(), null, _tick, _tick);
    }

    /// <inheritdoc cref="ArrivedVisits.Take"/>
    public (IReadOnlyList<Visit> Visits, bool HasOverflown) Take() => _arrived.Take();

    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }
}
