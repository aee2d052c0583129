using System.Collections.Concurrent;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Live;

/// <summary>
/// Tells who watches a site of the visits that were just stored. Subscribers are called on the publisher's thread,
/// outside the lock, and must return at once: they note the visits and render later.
/// </summary>
public sealed partial class LiveFeed(ILogger<LiveFeed>? logger = null)
{
    private readonly ConcurrentDictionary<int, Subscribers> _sites = new();

    /// <summary>
    /// Calls <paramref name="onVisits"/> with every batch of the site's visits until the result is disposed; in the
    /// culture of who subscribes, not of who publishes.
    /// </summary>
    public IDisposable Subscribe(int siteId, Action<IReadOnlyList<Visit>> onVisits)
    {
        if (ExecutionContext.Capture() is { } context)
        {
            var call = onVisits;
            onVisits = visits => ExecutionContext.Run(context, _ => call(visits), null);
        }

        var subscribers = _sites.GetOrAdd(siteId, _ => new Subscribers());
        subscribers.Add(onVisits);
        return new Subscription(subscribers, onVisits);
    }

    /// <summary>Hands the stored visits to the subscribers of their sites. A subscriber that throws does not keep the others from theirs.</summary>
    public void Publish(IReadOnlyList<Visit> visits)
    {
        foreach (var site in visits.GroupBy(visit => visit.SiteId))
        {
            if (_sites.TryGetValue(site.Key, out var subscribers))
            {
                subscribers.Call([.. site], logger);
            }
        }
    }

    private sealed class Subscribers
    {
        private readonly Lock _lock = new();
        private readonly List<Action<IReadOnlyList<Visit>>> _callbacks = [];

        public void Add(Action<IReadOnlyList<Visit>> callback)
        {
            lock (_lock)
            {
                _callbacks.Add(callback);
            }
        }

        public void Remove(Action<IReadOnlyList<Visit>> callback)
        {
            lock (_lock)
            {
                _callbacks.Remove(callback);
            }
        }

        public void Call(IReadOnlyList<Visit> visits, ILogger? logger)
        {
            Action<IReadOnlyList<Visit>>[] callbacks;
            lock (_lock)
            {
                callbacks = [.. _callbacks];
            }

            foreach (var callback in callbacks)
            {
                try
                {
                    callback(visits);
                }
                catch (Exception exception)
                {
                    if (logger is not null)
                    {
                        Log.SubscriberFailed(logger, exception);
                    }
                }
            }
        }
    }

    private sealed class Subscription(Subscribers subscribers, Action<IReadOnlyList<Visit>> callback) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                subscribers.Remove(callback);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A subscriber of the live feed failed.")]
        public static partial void SubscriberFailed(ILogger logger, Exception exception);
    }
}
