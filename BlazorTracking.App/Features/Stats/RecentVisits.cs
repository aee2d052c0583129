using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>The visits that may not be in what is read from the store next, because they are younger than its settled part.</summary>
internal sealed class RecentVisits
{
    private const long BetweenSweeps = 10_000;

    private readonly List<Visit> _visits = [];
    private long _newest;
    private long _swept;
    private readonly List<long> _kept = [];

    /// <summary>How many were added in all.</summary>
    public long Added { get; private set; }

    public void Add(Visit visit)
    {
        _visits.Add(visit);
        Added++;
        _newest = Math.Max(_newest, visit.OccurredAt);
        if (_newest - _swept >= BetweenSweeps)
        {
            var first = _kept.Append(_newest - StatsSnapshot.SettlingMs).Min();
            _visits.RemoveAll(recent => recent.OccurredAt < first);
            _swept = _newest;
        }
    }

    public IEnumerable<Visit> Since(long instant) => _visits.Where(visit => visit.OccurredAt >= instant);

    /// <summary>Keeps the visits since the instant until the result is disposed.</summary>
    public IDisposable Keep(long from)
    {
        _kept.Add(from);
        return new Keeping(this, from);
    }

    private sealed class Keeping(RecentVisits recent, long from) : IDisposable
    {
        public void Dispose() => recent._kept.Remove(from);
    }
}
