namespace BlazorTracking.Features.Accounts;

/// <summary>Tells the open pages of a session, in this process, that it has ended.</summary>
public sealed class SessionFeed
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Action>> _subscribers = new(StringComparer.Ordinal);

    /// <summary>Calls <paramref name="ended"/> when the session ends, on the thread that ends it, until disposed.</summary>
    public IDisposable Subscribe(string sessionId, Action ended)
    {
        lock (_lock)
        {
            if (!_subscribers.TryGetValue(sessionId, out var callbacks))
            {
                _subscribers[sessionId] = callbacks = [];
            }

            callbacks.Add(ended);
        }

        return new Subscription(this, sessionId, ended);
    }

    /// <summary>Whether the session has a page open in this process.</summary>
    public bool IsOpen(string sessionId)
    {
        lock (_lock)
        {
            return _subscribers.ContainsKey(sessionId);
        }
    }

    public void PublishEnd(IEnumerable<string> sessionIds)
    {
        List<Action> callbacks = [];
        lock (_lock)
        {
            foreach (var id in sessionIds)
            {
                if (_subscribers.Remove(id, out var found))
                {
                    callbacks.AddRange(found);
                }
            }
        }

        callbacks.ForEach(callback => callback());
    }

    private void Unsubscribe(string sessionId, Action ended)
    {
        lock (_lock)
        {
            if (_subscribers.TryGetValue(sessionId, out var callbacks) && callbacks.Remove(ended) && callbacks.Count == 0)
            {
                _subscribers.Remove(sessionId);
            }
        }
    }

    private sealed class Subscription(SessionFeed feed, string sessionId, Action ended) : IDisposable
    {
        public void Dispose() => feed.Unsubscribe(sessionId, ended);
    }
}
