using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard.Ledger;

/// <summary>What became of a site's beacons of today. Counts visits in as they come, and settles with the store every ten seconds.</summary>
public sealed class LedgerState(StatsReader stats, LedgerReader ledger, Site site, TimeProvider clock)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    private DateTimeOffset _readAt;

    /// <summary>Null while it is read.</summary>
    public DayLedger? Day { get; private set; }

    /// <summary>Refusals are not announced: they are looked up.</summary>
    public bool IsStale => clock.GetUtcNow() - _readAt >= _interval;

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        _readAt = clock.GetUtcNow();
        var today = new RangeChoice(RangeKind.Today).Resolve(site.Zone(), _readAt);
        var others = await ledger.ReadAsync(site.Id, today.First, today.Last, cancellationToken);
        var totals = await stats.ReadTotalsAsync(new StatsQuery(site.Id, today, []), cancellationToken);
        Day = new DayLedger(totals.PageViews + totals.Events, others);
    }

    public void Add(IReadOnlyList<Visit> visits)
    {
        if (Day is { } day && visits.Count > 0)
        {
            Day = day with { Stored = day.Stored + visits.Count };
        }
    }
}
