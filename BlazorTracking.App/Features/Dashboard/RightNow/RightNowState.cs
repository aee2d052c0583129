using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard.RightNow;

/// <summary>Who is on a site now and what they did last. Filters do not concern it.</summary>
public sealed class RightNowState(StatsReader stats, Site site, TimeProvider clock)
{
    private const int DaysOfLatest = 7;
    private static readonly TimeSpan _decay = TimeSpan.FromSeconds(10);

    private List<Visit> _latest = [];
    private DateTimeOffset _readAt;
    private bool _hasArrivals;

    /// <summary>Null while it is read.</summary>
    public OnlineStats? Online { get; private set; }

    /// <summary>The latest visits, the newest first; they stand still while paused.</summary>
    public IReadOnlyList<Visit> Latest { get; private set; } = [];

    public bool IsPaused { get; private set; }

    /// <summary>Someone came, or time may have taken someone away.</summary>
    public bool IsStale => _hasArrivals || (Online is not null && HasAnyone(Online) && clock.GetUtcNow() - _readAt >= _decay);

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var zone = site.Zone();
        var now = clock.GetUtcNow();
        var today = zone.DateAt(now.ToUnixTimeMilliseconds());
        var range = new RangeChoice(RangeKind.Custom, today.AddDays(-DaysOfLatest), today).Resolve(zone, now);
        var page = await stats.ReadLogAsync(new LogQuery(new StatsQuery(site.Id, range, []), Take: VisitFeed.MostVisits), cancellationToken);
        Show([.. _latest, .. page.Visits]);
        await RefreshAsync(cancellationToken);
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        _hasArrivals = false;
        _readAt = clock.GetUtcNow();
        Online = await stats.ReadOnlineAsync(site.Id, cancellationToken);
    }

    public void Add(IReadOnlyList<Visit> visits)
    {
        if (visits.Count > 0)
        {
            _hasArrivals = true;
            Show([.. _latest, .. visits]);
        }
    }

    public void TogglePause()
    {
        IsPaused = !IsPaused;
        Show(_latest);
    }

    private static bool HasAnyone(OnlineStats online) => online.Visitors > 0 || online.VisitsPerMinute.Any(count => count > 0);

    private void Show(List<Visit> visits)
    {
        _latest = [.. visits.DistinctBy(visit => visit.Id).OrderByDescending(visit => visit.OccurredAt).Take(VisitFeed.MostVisits)];
        if (!IsPaused)
        {
            Latest = _latest;
        }
    }
}
