using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Dashboard.Ledger;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Dashboard.RightNow;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// What the dashboard of a circuit shows: read once when a view opens, then kept up to date by the live feed. Who shows
/// it calls <see cref="CatchUpAsync"/> after <see cref="Changed"/>, throttled. Everything but the feed's callback belongs
/// to the circuit's dispatcher.
/// </summary>
public sealed partial class DashboardState(
    SiteAccess access,
    StatsReader stats,
    LedgerReader ledger,
    LiveFeed feed,
    TimeProvider clock,
    ILogger<DashboardState> logger) : IDisposable
{
    private static readonly TimeSpan _refreshInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    private readonly ArrivedVisits _arrived = new();
    private readonly Dictionary<PanelDefinition, PanelList> _selected = PanelDefinition.All.ToDictionary(panel => panel, panel => panel.Lists[0]);
    private CancellationTokenSource _view = new();
    private int? _siteId;
    private IDisposable? _subscription;
    private ITimer? _timer;
    private LiveStats? _figures;
    private DateTimeOffset _readAt;
    private DateTimeOffset _refreshedAt;
    private bool _isReading;
    private bool _hasMissed;

    /// <summary>There may be something to catch up with. Called on any thread.</summary>
    public event EventHandler? Changed;

    public DashboardStatus Status { get; private set; }

    public Site? Site { get; private set; }

    public DashboardQuery Query { get; private set; } = DashboardQuery.Default;

    /// <summary>The days that are shown; null until they are known.</summary>
    public StatsRange? Range { get; private set; }

    /// <summary>What the figures are of; null until they are read.</summary>
    public StatsQuery? Asked => _figures?.Query;

    /// <summary>Changes with every visit that was counted in, and when everything was read anew.</summary>
    public long Beat { get; private set; }

    /// <summary>Null while they are read.</summary>
    public StatsTotals? Totals => _figures?.Totals;

    /// <summary>The totals of what it is compared with; null without a comparison.</summary>
    public StatsTotals? Previous => _figures?.Previous;

    public IReadOnlyList<ChartPoint> Chart => _figures?.Chart ?? [];

    /// <summary>The chart of the whole of what it is compared with; null without a comparison.</summary>
    public IReadOnlyList<ChartPoint>? PreviousChart { get; private set; }

    public RightNowState? RightNow { get; private set; }

    public LedgerState? Ledger { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>In the site's time zone.</summary>
    public DateOnly Today => (Site?.Zone() ?? TimeZoneInfo.Utc).DateAt(Now.ToUnixTimeMilliseconds());

    /// <summary>Other figures than the shown ones were asked for and are on their way.</summary>
    public bool IsReading => _isReading;

    public PanelList Selected(PanelDefinition panel) => _selected[panel];

    /// <summary>What the panel's selected tab lists; null while it is read.</summary>
    public Breakdown? Breakdown(PanelDefinition panel) => _figures?.Breakdowns.GetValueOrDefault(_selected[panel].Dimension);

    /// <summary>Shows a site as asked. What is shown already is not read again.</summary>
    public async Task OpenAsync(int siteId, DashboardQuery query)
    {
        var isSameView = _siteId == siteId && Query == query with { Metric = Query.Metric };
        Query = query;
        if (_siteId != siteId)
        {
            Close();
            _siteId = siteId;
            _subscription = feed.Subscribe(siteId, Arrive);
            _timer = clock.CreateTimer(_ => Changed?.Invoke(this, EventArgs.Empty), null, _tick, _tick);
        }

        if (!isSameView || Status is DashboardStatus.Failed)
        {
            await ReadAsync();
        }
    }

    /// <summary>Reads everything anew, after a failure.</summary>
    public Task RetryAsync() => ReadAsync();

    /// <summary>Shows another list in the panel.</summary>
    public async Task SelectAsync(PanelDefinition panel, PanelList list)
    {
        _selected[panel] = list;
        if (_figures is { } figures && Status is DashboardStatus.Ready)
        {
            figures.Watch(Listed);
            await RefreshAsync();
        }
    }

    /// <summary>
    /// Counts in what arrived since the last time and, at most once a second, reads what cannot be counted in.
    /// False where nothing has changed.
    /// </summary>
    public async Task<bool> CatchUpAsync()
    {
        if (_isReading || Site is null || Status is DashboardStatus.Gone or DashboardStatus.Failed)
        {
            return false;
        }

        var (visits, hasOverflown) = _arrived.Take();
        _hasMissed |= hasOverflown;
        if (hasOverflown || HasRolledOver() || (Status is DashboardStatus.Waiting && visits.Count > 0))
        {
            await ReadAsync();
            return true;
        }

        Beat += visits.Count;
        _figures?.Add(visits);
        RightNow?.Add(visits);
        Ledger?.Add(visits);
        var isDue = Status is DashboardStatus.Ready && IsStale && Now - _refreshedAt >= _refreshInterval;
        if (isDue)
        {
            await RefreshAsync();
        }

        return (RightNow?.Pass() ?? false) || isDue || visits.Count > 0;
    }

    /// <summary>Shows nothing and listens to nothing any longer.</summary>
    public void Close()
    {
        StartOver();
        _subscription?.Dispose();
        _timer?.Dispose();
        _arrived.Take();
        _siteId = null;
        (_subscription, _timer, _figures, _isReading) = (null, null, null, false);
        (Site, Range, PreviousChart, RightNow, Ledger) = (null, null, null, null, null);
        Status = DashboardStatus.Loading;
    }

    public void Dispose()
    {
        Close();
        _view.Dispose();
    }

    private IReadOnlyCollection<Dimension> Listed => [.. _selected.Values.Select(list => list.Dimension).Distinct()];

    private bool IsStale => _figures is { IsStale: true } || Ledger is { IsStale: true };

    private void Arrive(IReadOnlyList<Visit> visits)
    {
        _arrived.Add(visits);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task ReadAsync()
    {
        if (_siteId is not { } siteId)
        {
            return;
        }

        var cancellation = StartOver();
        _isReading = true;
        await GuardAsync(async () =>
        {
            if (await FindSiteAsync(siteId, cancellation) is { } site)
            {
                await ReadAsync(site, cancellation);
            }
        }, cancellation);
        if (!cancellation.IsCancellationRequested)
        {
            _isReading = false;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private async Task ReadAsync(Site site, CancellationToken cancellation)
    {
        var zone = site.Zone();
        if (await stats.ReadFirstDateAsync(site.Id, zone, cancellation) is not { } firstDate)
        {
            Status = DashboardStatus.Waiting;
            return;
        }

        Beat++;
        _readAt = _refreshedAt = Now;
        var range = Query.Range.Resolve(zone, _readAt, firstDate, Query.Interval);
        var query = new StatsQuery(site.Id, range, Query.Filters) { Comparison = Query.Comparison };
        var snapshot = stats.ReadSnapshotAsync(query, Listed, BreakdownList.MostRows, cancellation);
        var previousChart = Query.Comparison.With(range, DateTimeOffset.FromUnixTimeMilliseconds(range.To)) is { } previous
            ? stats.ReadChartAsync(query with { Range = previous }, cancellation)
            : null;
        var rightNow = RightNow ?? new RightNowState(stats, site, clock);
        var isRightNowRead = RightNow is null || _hasMissed;
        var reading = isRightNowRead ? rightNow.ReadAsync(cancellation) : Task.CompletedTask;
        await Task.WhenAll(snapshot, previousChart ?? Task.CompletedTask, reading);
        cancellation.ThrowIfCancellationRequested();
        var figures = new LiveStats(await snapshot);
        figures.Watch(Listed);
        (_figures, Range, PreviousChart, Status) = (figures, range, previousChart is null ? null : await previousChart, DashboardStatus.Ready);
        if (isRightNowRead)
        {
            (RightNow, _hasMissed) = (rightNow, false);
        }

        var day = Ledger ?? new LedgerState(stats, ledger, site, clock);
        await day.ReadAsync(cancellation);
        Ledger = day;
    }

    private Task RefreshAsync()
    {
        _refreshedAt = Now;
        var cancellation = _view.Token;
        return GuardAsync(async () =>
        {
            if (await FindSiteAsync(_siteId!.Value, cancellation) is null)
            {
                return;
            }

            if (_figures is { IsStale: true } figures)
            {
                await stats.RefreshAsync(figures, cancellation);
            }

            if (Ledger is { IsStale: true } day)
            {
                await day.ReadAsync(cancellation);
            }
        }, cancellation);
    }

    // Asked before every reading: the site may have been deleted, or the account signed out, since the page was opened.
    private async Task<Site?> FindSiteAsync(int siteId, CancellationToken cancellation)
    {
        var site = await access.FindAsync(siteId, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (site is null)
        {
            Close();
            Status = DashboardStatus.Gone;
        }
        else
        {
            Site = site;
        }

        return site;
    }

    // The running hour is over: the chart has a new point and the period before ends later, or a new day has begun. The
    // last minutes move on with every minute.
    private bool HasRolledOver() => Status is DashboardStatus.Ready && Range is { } range
        && (range.Kind == RangeKind.Realtime ? range.To : range.Zone.NextHour(_readAt.ToUnixTimeMilliseconds())) <= Now.ToUnixTimeMilliseconds();

    private CancellationToken StartOver()
    {
        _view.Cancel();
        _view.Dispose();
        _view = new CancellationTokenSource();
        return _view.Token;
    }

    private async Task GuardAsync(Func<Task> read, CancellationToken cancellation)
    {
        try
        {
            await read();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Another view was asked for meanwhile.
        }
        catch (Exception exception)
        {
            if (!cancellation.IsCancellationRequested)
            {
                Log.NotRead(logger, exception, _siteId);
                Status = DashboardStatus.Failed;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The dashboard of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int? siteId);
    }
}
