namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// What the owner of a site has set up and a panel works with, as its goals: read when a view begins, and then at most
/// every ten seconds, however many visits arrive. Belongs to the circuit's dispatcher.
/// </summary>
public sealed class SiteList<T>(Func<int, CancellationToken, Task<IReadOnlyList<T>>> read, TimeProvider clock)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    private IReadOnlyList<T>? _items;
    private int _siteId;
    private long _readAt;

    /// <param name="siteId">Whose.</param>
    /// <param name="isNew">A view begins.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<T>> ReadAsync(int siteId, bool isNew, CancellationToken cancellationToken)
    {
        if (_items is { } items && !isNew && siteId == _siteId && clock.GetElapsedTime(_readAt) < _interval)
        {
            return items;
        }

        var readAt = clock.GetTimestamp();
        items = await read(siteId, cancellationToken);
        (_items, _siteId, _readAt) = (items, siteId, readAt);
        return items;
    }
}
