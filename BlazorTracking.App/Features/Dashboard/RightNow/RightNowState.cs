using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard.RightNow;

/// <summary>Who is on a site now and what they did last. Filters do not concern it.</summary>
public sealed class RightNowState(StatsReader stats, Site site, TimeProvider clock)
{
    private const int DaysOfLatest = 7;

    private OnlineVisitors? _visitors;
    private List<Visit> _latest = [];

    /// <summary>Null while it is read.</summary>
    public OnlineStats? Online { get; private set; }

    /// <summary>The latest visits, the newest first; they stand still while paused.</summary>
    public IReadOnlyList<Visit> Latest { get; private set; } = [];

    public bool IsPaused { get; private set; }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var zone = site.Zone();
        var now = clock.GetUtcNow();
        var today = zone.DateAt(now.ToUnixTimeMilliseconds());
        var range = new RangeChoice(RangeKind.Custom, today.AddDays(-DaysOfLatest), today).Resolve(zone, now);
        var latest = stats.ReadLatestAsync(site.Id, range.From, VisitFeed.MostVisits, cancellationToken);
        var visitors = stats.ReadOnlineVisitorsAsync(site.Id, cancellationToken);
        await Task.WhenAll(latest, visitors);
        _visitors = await visitors;
        Show([.. _latest, .. await latest]);
        Pass();
    }

    public void Add(IReadOnlyList<Visit> visits)
    {
        if (visits.Count > 0)
        {
            _visitors?.Add(visits);
            Show([.. visits.Reverse(), .. _latest]);
        }
    }

    /// <summary>Lets time pass: who was not seen for a while is gone. True where that changes anything.</summary>
    public bool Pass()
    {
        var before = Online;
        Online = _visitors?.At(clock.GetUtcNow());
        return Online is not null && (before is null || before.Visitors != Online.Visitors || !before.VisitsPerMinute.SequenceEqual(Online.VisitsPerMinute));
    }

    public void TogglePause()
    {
        IsPaused = !IsPaused;
        Show(_latest);
    }

    private void Show(IEnumerable<Visit> visits)
    {
        _latest = [.. visits.DistinctBy(visit => visit.Id).OrderByDescending(visit => visit.OccurredAt).Take(VisitFeed.MostVisits)];
        if (!IsPaused)
        {
            Latest = _latest;
        }
    }
}
