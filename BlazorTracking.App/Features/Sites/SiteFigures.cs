using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Sites;

/// <summary>
/// A site's figures on the sites page. Read now and then, and counted on with every visit that the live feed brings in
/// between. Safe to use from any thread.
/// </summary>
public sealed class SiteFigures
{
    private readonly Lock _lock = new();
    private readonly List<Visit> _sinceReading = [];
    private TodayStats? _today;
    private OnlineVisitors? _online;
    private bool _isReading;

    /// <summary>From here until <see cref="Replace"/> arriving visits are kept aside, so that the reading misses none.</summary>
    public void BeginReading()
    {
        lock (_lock)
        {
            _isReading = true;
            _sinceReading.Clear();
        }
    }

    /// <summary>Ends a reading. <paramref name="online"/> is null where only the day was read.</summary>
    public void Replace(TodayStats today, OnlineVisitors? online, long readAt)
    {
        lock (_lock)
        {
            _isReading = false;
            _today = today;
            if (online is not null)
            {
                _online = online;
                _online.Add(_sinceReading);
            }

            Count(_sinceReading.Where(visit => visit.OccurredAt >= readAt));
            _sinceReading.Clear();
        }
    }

    /// <summary>Ends a reading that failed.</summary>
    public void GiveUpReading()
    {
        lock (_lock)
        {
            _isReading = false;
            Count(_sinceReading);
            _sinceReading.Clear();
        }
    }

    public void Add(IReadOnlyList<Visit> visits)
    {
        lock (_lock)
        {
            if (_isReading)
            {
                _sinceReading.AddRange(visits);
            }
            else
            {
                Count(visits);
            }

            _online?.Add(visits);
        }
    }

    /// <summary>The day so far, and the visitors of the last minutes; null until they are read.</summary>
    public (TodayStats Today, int Online)? At(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _today is null ? null : (_today, _online?.At(now).Visitors ?? 0);
        }
    }

    private void Count(IEnumerable<Visit> visits)
    {
        var arrived = visits.Sum(visit => visit.NewVisitor);
        if (_today is { } today && arrived > 0)
        {
            var hours = today.VisitorsByHour.ToArray();
            hours[^1] += arrived;
            _today = today with { Visitors = today.Visitors + arrived, VisitorsByHour = hours };
        }
    }
}
