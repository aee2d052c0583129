using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard.Ledger;

/// <summary>
/// What became of a site's beacons of today. Visits are counted in as they come, each once; refusals are not announced, and
/// looked up every ten seconds.
/// </summary>
public sealed class LedgerState(StatsReader stats, LedgerReader ledger, Site site, TimeProvider clock)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    private readonly List<Visit> _meanwhile = [];
    private LiveStats? _today;
    private bool _isReading;
    private DateTimeOffset _readAt;

    /// <summary>Null while it is read.</summary>
    public DayLedger? Day { get; private set; }

    /// <summary>Refusals may have been counted since.</summary>
    public bool IsStale => clock.GetUtcNow() - _readAt >= _interval;

    /// <summary>Reads everything: visits may have been missed, or another day has begun.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        _readAt = clock.GetUtcNow();
        _isReading = true;
        try
        {
            var today = Today();
            var others = await ReadOthersAsync(today, cancellationToken);
            _today = new LiveStats(await stats.ReadSnapshotAsync(new StatsQuery(site.Id, today, []) { Comparison = Comparison.None }, [], limit: 0, cancellationToken));
            _today.Add(_meanwhile);
            Day = new DayLedger(Stored(_today), others);
        }
        finally
        {
            _isReading = false;
            _meanwhile.Clear();
        }
    }

    /// <summary>Looks up the refusals.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        _readAt = clock.GetUtcNow();
        var others = await ReadOthersAsync(Today(), cancellationToken);
        if (_today is { } visits)
        {
            Day = new DayLedger(Stored(visits), others);
        }
    }

    public void Add(IReadOnlyList<Visit> visits)
    {
        if (_isReading)
        {
            _meanwhile.AddRange(visits);
        }

        if (Day is { } day && _today is { } today && visits.Count > 0)
        {
            today.Add(visits);
            Day = day with { Stored = Stored(today) };
        }
    }

    private Task<IReadOnlyDictionary<RefusalReason, long>> ReadOthersAsync(StatsRange today, CancellationToken cancellationToken) =>
        ledger.ReadAsync(site.Id, today.First, today.Last, cancellationToken);

    private StatsRange Today() => new RangeChoice(RangeKind.Today).Resolve(site.Zone(), _readAt);

    private static long Stored(LiveStats today) => today.Totals.PageViews + today.Totals.Events;
}
