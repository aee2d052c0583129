using System.Collections.Concurrent;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Remembers what a pure function answered, for at most <paramref name="capacity"/> keys; the oldest answer goes first.
/// Safe for many threads: two that ask for the same new key at once may both compute it.
/// </summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity, Func<TKey, TValue> compute)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _values = new();
    private readonly ConcurrentQueue<TKey> _oldestFirst = new();

    public int Count => _values.Count;

    public TValue this[TKey key] => _values.TryGetValue(key, out var value) ? value : Add(key);

    private TValue Add(TKey key)
    {
        var value = compute(key);
        if (_values.TryAdd(key, value))
        {
            _oldestFirst.Enqueue(key);
            while (_oldestFirst.Count > capacity && _oldestFirst.TryDequeue(out var oldest))
            {
                _values.TryRemove(oldest, out _);
            }
        }

        return value;
    }
}
