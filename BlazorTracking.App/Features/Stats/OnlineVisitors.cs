using System.Runtime.InteropServices;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// Who is on a site now, kept up to date by addition: give it every visit that the live feed brings from before it was
/// read, and ask it at any time. Used by one circuit, not thread-safe.
/// </summary>
public sealed class OnlineVisitors
{
    /// <summary>A visitor counts as here for so long after a visit, in minutes.</summary>
    public const int OnlineMinutes = 5;

    /// <summary>For so many minutes visits are counted by the minute.</summary>
    public const int Minutes = 30;

    internal const long Minute = 60_000;

    private readonly Dictionary<long, long> _lastSeen;
    private readonly Dictionary<long, int> _byMinute;
    private readonly HashSet<Guid> _counted;
    private readonly long _settledAt;

    internal OnlineVisitors(Dictionary<long, long> lastSeen, Dictionary<long, int> byMinute, IEnumerable<Guid> counted, long settledAt)
    {
        (_lastSeen, _byMinute, _counted, _settledAt) = (lastSeen, byMinute, [.. counted], settledAt);
    }

    public void Add(IReadOnlyList<Visit> visits)
    {
        foreach (var visit in visits)
        {
            ref var lastSeen = ref CollectionsMarshal.GetValueRefOrAddDefault(_lastSeen, visit.SessionId, out _);
            lastSeen = Math.Max(lastSeen, visit.OccurredAt);
            if (visit.OccurredAt >= _settledAt && !_counted.Remove(visit.Id))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_byMinute, visit.OccurredAt / Minute, out _)++;
            }
        }
    }

    /// <summary>Who is here at the given time, which must not run backwards.</summary>
    public OnlineStats At(DateTimeOffset now)
    {
        var instant = now.ToUnixTimeMilliseconds();
        foreach (var (session, _) in _lastSeen.Where(entry => entry.Value <= instant - (OnlineMinutes * Minute)).ToList())
        {
            _lastSeen.Remove(session);
        }

        var running = instant / Minute;
        foreach (var (minute, _) in _byMinute.Where(entry => entry.Key <= running - Minutes).ToList())
        {
            _byMinute.Remove(minute);
        }

        return new OnlineStats(_lastSeen.Count, [.. Enumerable.Range(1 - Minutes, Minutes).Select(ago => _byMinute.GetValueOrDefault(running + ago))]);
    }
}
