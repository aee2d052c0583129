using BlazorTracking.Features.Live;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Sites;

/// <summary>
/// What the sites page of a circuit shows: the account's sites, each with its day so far and who is on it. Between two
/// readings, a minute apart, arriving visits are counted on. The order is that of the latest reading.
/// </summary>
public sealed partial class SitesBoard(SiteAccess access, SiteRegistry registry, StatsReader stats, LiveFeed feed, TimeProvider clock, ILogger<SitesBoard> logger) : IDisposable
{
    private static readonly TimeSpan _readInterval = TimeSpan.FromMinutes(1);

    // Visitors leave without a visit that would say so.
    private static readonly TimeSpan _lookInterval = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, SiteFigures> _figures = [];
    private readonly List<IDisposable> _subscriptions = [];
    private ITimer? _timer;
    private long _readAt;
    private bool _isHeld;

    /// <summary>There may be something new to show. Raised on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The pinned ones, then the others; each with the most visitors first. Null until they are read.</summary>
    public IReadOnlyList<Site>? Sites { get; private set; }

    /// <summary>The figures could not be read the last time.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The site's day so far and how many are on it; null until they are read.</summary>
    public (TodayStats Today, int Online)? Figures(Site site) => _figures.GetValueOrDefault(site.Id)?.At(clock.GetUtcNow());

    public async Task ListAsync()
    {
        Sites = await access.ListAsync();
        Arrange();
    }

    /// <summary>While somebody is about to choose one, the sites keep their places.</summary>
    public void Hold() => _isHeld = true;

    /// <summary>Lets the sites go to where they belong.</summary>
    public void Release()
    {
        _isHeld = false;
        Arrange();
    }

    /// <summary>Puts the site before the others, or back among them.</summary>
    public async Task PinAsync(Site site, bool isPinned)
    {
        if (await registry.PinAsync(site.Id, isPinned))
        {
            site.IsPinned = isPinned;
            Arrange();
        }
    }

    /// <summary>Reads the figures of the listed sites and follows them until <see cref="Close"/>.</summary>
    public async Task FollowAsync()
    {
        Close();
        foreach (var site in Sites ?? [])
        {
            var figures = _figures[site.Id] = new SiteFigures();
            _subscriptions.Add(feed.Subscribe(site.Id, visits =>
            {
                figures.Add(visits);
                Changed?.Invoke(this, EventArgs.Empty);
            }));
        }

        await ReadAsync(withOnline: true);
        _timer = clock.CreateTimer(_ => Changed?.Invoke(this, EventArgs.Empty), null, _lookInterval, _lookInterval);
    }

    /// <summary>Reads the day anew where that is due. False where it was not.</summary>
    public async Task<bool> CatchUpAsync()
    {
        if (_timer is null || clock.GetElapsedTime(_readAt) < _readInterval)
        {
            return false;
        }

        await ReadAsync(withOnline: HasFailed);
        return true;
    }

    public void Close()
    {
        _timer?.Dispose();
        _timer = null;
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _subscriptions.Clear();
        _figures.Clear();
    }

    public void Dispose() => Close();

    private void Arrange()
    {
        if (!_isHeld && Sites is { } sites)
        {
            Sites = [.. sites
                .OrderByDescending(site => site.IsPinned)
                .ThenByDescending(site => Figures(site)?.Today.Visitors)
                .ThenByDescending(site => Figures(site)?.Today.VisitorsYesterday)
                .ThenBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(site => site.Id)];
        }
    }

    private async Task ReadAsync(bool withOnline)
    {
        _readAt = clock.GetTimestamp();
        var sites = (Sites ?? []).Where(site => _figures.ContainsKey(site.Id)).ToList();
        var figures = sites.ConvertAll(site => _figures[site.Id]);
        figures.ForEach(figure => figure.BeginReading());
        try
        {
            var begun = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var days = await stats.ReadTodayAsync(sites, CancellationToken.None);
            var online = withOnline ? await stats.ReadOnlineVisitorsOfSitesAsync(sites.ConvertAll(site => site.Id), CancellationToken.None) : null;
            for (var i = 0; i < sites.Count; i++)
            {
                figures[i].Replace(days[i], online?[i], begun);
            }

            HasFailed = false;
            Arrange();
        }
        catch (Exception exception)
        {
            HasFailed = true;
            figures.ForEach(figure => figure.GiveUpReading());
            Log.ReadingFailed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The figures of the sites page could not be read.")]
        public static partial void ReadingFailed(ILogger logger, Exception exception);
    }
}
