using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Log;

/// <summary>Every visit with everything that was recorded of it. The first page grows while it is looked at.</summary>
public partial class VisitLogPage : IAsyncDisposable
{
    private static readonly TimeSpan _readInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _searchDelay = TimeSpan.FromMilliseconds(300);

    private RenderThrottle? _throttle;
    private IDisposable? _subscription;
    private CancellationTokenSource _reading = new();
    private CancellationTokenSource _typing = new();
    private LogView _view = LogView.Default;
    private StatsRange? _range;
    private LogPage? _page;
    private bool _hasFailed;
    private int _arrived;
    private int _arrivedElsewhere;
    private string _announcement = "";

    [Inject]
    public required StatsReader Stats { get; init; }

    [Inject]
    public required LiveFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<VisitLogPage> Logger { get; init; }

    [SupplyParameterFromQuery(Name = LogView.SearchParameter)]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = LogView.SortParameter)]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = LogView.OrderParameter)]
    public string? Order { get; set; }

    [SupplyParameterFromQuery(Name = LogView.PageParameter)]
    public int? PageNumber { get; set; }

    private TimeZoneInfo Zone => Site?.Zone() ?? TimeZoneInfo.Utc;

    private long First => ((_view.Page - 1L) * LogView.PageSize) + 1;

    private bool IsNarrowed => _view.Search.Length > 0 || _view.Query.Filters.Count > 0;

    protected override SitePanels Shown => SitePanels.Visits;

    private string LogUrl => Pass.Log(SiteId);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _subscription?.Dispose();
        await _reading.CancelAsync();
        await _typing.CancelAsync();
        if (_throttle is not null)
        {
            await _throttle.DisposeAsync();
        }

        _reading.Dispose();
        _typing.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        _view = LogView.Parse(ReadQuery(), Search, Sort, Order, PageNumber);
        if (Site is not null && RendererInfo.IsInteractive)
        {
            _arrivedElsewhere = 0;
            await ReadAsync();
        }
    }

    protected override Task OnSiteReadAsync(Site site)
    {
        if (RendererInfo.IsInteractive)
        {
            _throttle ??= new RenderThrottle(() => InvokeAsync(CatchUpAsync), exception => _ = DispatchExceptionAsync(exception), Clock, _readInterval);
            _subscription?.Dispose();
            _subscription = Feed.Subscribe(site.Id, visits =>
            {
                Interlocked.Add(ref _arrived, visits.Count);
                _throttle.Request();
            });
        }

        return Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        await _reading.CancelAsync();
        _reading.Dispose();
        _reading = new CancellationTokenSource();
        var cancellation = _reading.Token;
        try
        {
            if (await Access.FindViewAsync(SiteId, cancellation) is not { } view || !view.Shows(SitePanels.Visits))
            {
                Navigation.NotFound();
                return;
            }

            var zone = view.Site.Zone();
            var firstDate = _view.Query.Range.Kind is RangeKind.All ? await Stats.ReadFirstDateAsync(view.Site.Id, zone, cancellation) : null;
            var range = _view.Query.Range.Resolve(zone, Clock.GetUtcNow(), firstDate);
            var page = await Stats.ReadLogAsync(_view.At(new StatsQuery(view.Site.Id, range, view.Permitted(_view.Query.Filters))), cancellation);
            cancellation.ThrowIfCancellationRequested();
            (Site, _range, _page, _hasFailed) = (view.Site, range, page, false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Another page was asked for meanwhile.
        }
        catch (Exception exception)
        {
            Messages.NotRead(Logger, exception, SiteId);
            _hasFailed = true;
        }
    }

    private async Task CatchUpAsync()
    {
        var arrived = Interlocked.Exchange(ref _arrived, 0);
        if (_view.IsLive)
        {
            await ReadAsync();
            _announcement = DashboardText.VisitsArrived.For(arrived);
        }
        else
        {
            _arrivedElsewhere += arrived;
        }

        StateHasChanged();
    }

    // Waits for the pause after a word instead of searching for each of its letters.
    private async Task SearchAsync(ChangeEventArgs change)
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        var typing = _typing.Token;
        await Task.Delay(_searchDelay, Clock, typing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!typing.IsCancellationRequested)
        {
            Navigation.NavigateTo((_view with { Search = change.Value as string ?? "", Page = 1 }).Url(LogUrl), replace: true);
        }
    }

    private string QueryUrl(DashboardQuery query) => (_view with { Query = query, Page = 1 }).Url(LogUrl);

    private string RangeUrl(RangeChoice range) => QueryUrl(_view.Query with { Range = range });

    private static partial class Messages
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The visit log of site {SiteId} could not be read.")]
        public static partial void NotRead(ILogger logger, Exception exception, int siteId);
    }
}
