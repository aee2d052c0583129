using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Dashboard.Ledger;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Dashboard.RightNow;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// What the dashboard of a circuit shows: read once when a view opens, then kept up to date by the live feed. Who shows
/// it calls <see cref="CatchUp"/> after <see cref="Changed"/>, throttled. Everything but the feed's callback belongs
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

    private readonly PanelLists _lists = new();
    private readonly ViewLifetime _view = new();
    private int? _siteId;
    private SiteWatch? _watch;
    private LiveStats? _figures;
    private Task _refreshing = Task.CompletedTask;
    private int _filling;
    private DateTimeOffset _readAt;
    private DateTimeOffset _refreshedAt;
    private bool _isReading;
    private bool _hasMissed;
    private bool _hasRead;

    /// <summary>There may be something to catch up with. Called on any thread.</summary>
    public event EventHandler? Changed;

    public DashboardStatus Status { get; private set; }

    /// <summary>The site as it may be seen; null until it is read.</summary>
    public SiteView? View { get; private set; }

    public Site? Site => View?.Site;

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
    public StatsTotals? Previous => _figures?.Compared?.Totals;

    public IReadOnlyList<ChartPoint> Chart => _figures?.Chart ?? [];

    /// <summary>The chart of the whole of what it is compared with; null without a comparison.</summary>
    public IReadOnlyList<ChartPoint>? PreviousChart => _figures?.Compared?.Chart;

    public RightNowState? RightNow { get; private set; }

    public LedgerState? Ledger { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>In the site's time zone.</summary>
    public DateOnly Today => (Site?.Zone() ?? TimeZoneInfo.Utc).DateAt(Now.ToUnixTimeMilliseconds());

    /// <summary>Other figures than the shown ones were asked for and are on their way.</summary>
    public bool IsReading => _isReading || _filling > 0;

    /// <summary>
    /// Ends with the reading of what could not be counted in, where one is under way. Nobody has to wait for it: what it
    /// brings is told by <see cref="Changed"/>.
    /// </summary>
    public Task Refreshing => _refreshing;

    /// <summary>What the list shows; what the view before listed until it is read, and null where there is none.</summary>
    public Breakdown? Breakdown(PanelList list) => _lists[list.Dimension];

    /// <summary>What the list shows is on its way.</summary>
    public bool IsReadingOf(PanelList list) => _lists.IsReading(list.Dimension);

    /// <summary>Shows a site as asked. What is shown already is not read again.</summary>
    public async Task OpenAsync(int siteId, DashboardQuery query)
    {
        var isSameView = _siteId == siteId && Query == query with { Metric = Query.Metric, Details = Query.Details, Lists = Query.Lists };
        var areSameLists = Query.Lists == query.Lists;
        Query = query;
        if (_siteId != siteId)
        {
            Close();
            _siteId = siteId;
            _watch = new SiteWatch(siteId, feed, clock, () => Changed?.Invoke(this, EventArgs.Empty));
        }

        if (!isSameView || Status is DashboardStatus.Failed)
        {
            await ReadAsync();
        }
        else if (!areSameLists && _figures is { } figures && Status is DashboardStatus.Ready)
        {
            figures.Watch(Listed);
            await FillAsync(figures);
        }
    }

    /// <summary>Reads everything anew, after a failure.</summary>
    public Task RetryAsync() => ReadAsync();

    /// <summary>
    /// Counts in what arrived since the last time and, at most once a second, begins to read what cannot be counted in.
    /// False where nothing has changed.
    /// </summary>
    public bool CatchUp()
    {
        (var hasRead, _hasRead) = (_hasRead, false);
        if (_isReading || _watch is null || Site is null || Status is DashboardStatus.Gone or DashboardStatus.Failed)
        {
            return hasRead;
        }

        var (visits, hasOverflown) = _watch.Take();
        _hasMissed |= hasOverflown;
        RightNow?.Add(visits);
        if (hasOverflown || HasRolledOver() || (Status is DashboardStatus.Waiting && visits.Count > 0))
        {
            _refreshing = ReadAsync();
            return true;
        }

        Beat += visits.Count;
        _figures?.Add(visits);
        Ledger?.Add(visits);
        if (Status is DashboardStatus.Ready && _refreshing.IsCompleted && _filling == 0 && IsStale && Now - _refreshedAt >= _refreshInterval)
        {
            _refreshing = RefreshAsync();
        }

        return (RightNow?.Pass() ?? false) || hasRead || visits.Count > 0;
    }

    /// <summary>Shows nothing and listens to nothing any longer.</summary>
    public void Close()
    {
        StartOver();
        _watch?.Dispose();
        _lists.Clear();
        (_siteId, _watch, _figures, _isReading) = (null, null, null, false);
        (View, Range, RightNow, Ledger) = (null, null, null, null);
        Status = DashboardStatus.Loading;
    }

    public void Dispose()
    {
        Close();
        _view.Dispose();
    }

    // What may not be seen is not read.
    private IReadOnlyCollection<Dimension> Listed =>
        [.. PanelDefinition.All.Select(panel => Query.ListOf(panel).Dimension).Where(dimension => View?.Shows(dimension) == true)];

    private bool IsStale => _figures is { IsStale: true } || Ledger is { IsStale: true };

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
            if (await FindViewAsync(siteId, cancellation) is { } view)
            {
                await ReadAsync(view, cancellation);
            }
        }, cancellation);
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        _isReading = false;
        if (Status is DashboardStatus.Ready && _figures is { } figures)
        {
            await FillAsync(figures);
        }

        Tell();
    }

    // The panels one after the other, each shown as soon as it is there.
    private async Task FillAsync(LiveStats figures)
    {
        var cancellation = _view.Token;
        _filling++;
        Tell();
        await GuardAsync(
            async () =>
            {
                if (await FindViewAsync(_siteId!.Value, cancellation) is not null)
                {
                    await stats.FillAsync(figures, Tell, cancellation);
                    _lists.Settle();
                }
            },
            cancellation);
        _filling--;
        Tell();
    }

    private void Tell()
    {
        _hasRead = true;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task ReadAsync(SiteView view, CancellationToken cancellation)
    {
        var site = view.Site;
        var zone = site.Zone();
        if (await stats.ReadFirstDateAsync(site.Id, zone, cancellation) is not { } firstDate)
        {
            Status = DashboardStatus.Waiting;
            return;
        }

        Beat++;
        _readAt = _refreshedAt = Now;
        var range = Query.Range.Resolve(zone, _readAt, firstDate, Query.Interval);
        var query = new StatsQuery(site.Id, range, view.Permitted(Query.Filters)) { Comparison = Query.Comparison };
        var snapshot = stats.ReadSnapshotAsync(query, [], BreakdownList.MostRows, cancellation);
        var rightNow = RightNow ?? new RightNowState(stats, site, clock);
        var isRightNowRead = RightNow is null || _hasMissed;
        var reading = isRightNowRead ? rightNow.ReadAsync(cancellation) : Task.CompletedTask;
        await Task.WhenAll(snapshot, reading);
        cancellation.ThrowIfCancellationRequested();
        var figures = new LiveStats(await snapshot);
        _lists.Show(figures, Listed);
        (_figures, Range, Status) = (figures, range, DashboardStatus.Ready);
        if (isRightNowRead)
        {
            (RightNow, _hasMissed) = (rightNow, false);
        }

        if (view.IsOwn)
        {
            var day = Ledger ?? new LedgerState(stats, ledger, site, clock);
            await day.ReadAsync(cancellation);
            Ledger = day;
        }
    }

    private async Task RefreshAsync()
    {
        _refreshedAt = Now;
        var cancellation = _view.Token;
        await GuardAsync(async () =>
        {
            if (await FindViewAsync(_siteId!.Value, cancellation) is null)
            {
                return;
            }

            if (_figures is { IsStale: true } figures)
            {
                await stats.RefreshAsync(figures, cancellation);
            }

            if (Ledger is { IsStale: true } day)
            {
                await day.RefreshAsync(cancellation);
            }
        }, cancellation);
        Tell();
    }

    // Asked before every reading: the site may have been deleted, the account signed out, or the link revoked, since the
    // page was opened.
    private async Task<SiteView?> FindViewAsync(int siteId, CancellationToken cancellation)
    {
        var view = await access.FindViewAsync(siteId, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (view is null)
        {
            Close();
            Status = DashboardStatus.Gone;
        }
        else
        {
            View = view;
        }

        return view;
    }

    // The running hour is over: the chart has a new point and the period before ends later, or a new day has begun. The
    // last minutes move on with every minute.
    private bool HasRolledOver() => Status is DashboardStatus.Ready && Range is { } range
        && (range.Kind == RangeKind.Realtime ? range.To : range.Zone.NextHour(_readAt.ToUnixTimeMilliseconds())) <= Now.ToUnixTimeMilliseconds();

    private CancellationToken StartOver()
    {
        _refreshing = Task.CompletedTask;
        return _view.StartOver();
    }

    private async Task GuardAsync(Func<Task> read, CancellationToken cancellation)
    {
        if (await ViewLifetime.TryAsync(read, cancellation) is { } failure)
        {
            Log.NotRead(logger, failure, _siteId);
            Status = DashboardStatus.Failed;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The dashboard of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int? siteId);
    }
}
