using BlazorTracking.Features.Dashboard.Chart;
using BlazorTracking.Features.Dashboard.Controls;
using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard;

/// <summary>The dashboard of a site. The URL says what it shows, <see cref="DashboardState"/> knows it, the components draw it.</summary>
public partial class DashboardPage : IAsyncDisposable
{
    private static readonly TimeSpan _announcementInterval = TimeSpan.FromSeconds(10);

    private RenderThrottle? _throttle;
    private DashboardQuery _query = DashboardQuery.Default;
    private IReadOnlyList<Site> _others = [];
    private string _announcement = "";
    private DateTimeOffset _announcedAt;

    [Inject]
    public required DashboardState State { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = DashboardQuery.DetailsParameter)]
    public string? Details { get; set; }

    private string Title => State.RightNow?.Online is { Visitors: > 0 } online
        ? $"({Figure.Count(online.Visitors)}) {Site?.Name} · BlazorTracking"
        : $"{Site?.Name ?? DashboardText.Dashboard} · BlazorTracking";

    // Known before anything is read, so that the controls are there from the beginning and push nothing down later.
    private StatsRange? Range => State.Range
        ?? (Site is { } site && _query.Range.Kind is not RangeKind.All ? _query.Range.Resolve(site.Zone(), State.Now) : null);

    private string LogUrl => _query.Url(Pass.Log(SiteId));

    private string? PreviousTitle => State.PreviousChart is not null ? State.Range?.ComparedTitle(State.Query.Comparison) : null;

    private IReadOnlyList<ChartMark> Marks => State.Range is { } range
        ? ChartMarks.Of(_query.Metric, range, State.Chart, State.PreviousChart, State.Now)
        : [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_throttle is not null)
        {
            State.Changed -= AskForRender;
            State.Close();
            await _throttle.DisposeAsync();
        }
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _throttle = new RenderThrottle(() => InvokeAsync(CatchUp), exception => _ = DispatchExceptionAsync(exception), Clock);
            State.Changed += AskForRender;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        _query = ReadQuery(Details);
        if (Site is not null && RendererInfo.IsInteractive)
        {
            StateHasChanged();
            await State.OpenAsync(SiteId, _query);
            LeaveIfGone();
        }
    }

    protected override async Task OnSiteReadAsync(Site site) =>
        _others = Pass.IsAccount ? [.. (await Access.ListAsync()).Where(other => other.Id != site.Id)] : [];

    private string Url(DashboardQuery query) => query.Url(Pass.Dashboard(SiteId));

    private string RangeUrl(RangeChoice range) => Url(_query with { Range = range });

    private string ComparisonUrl(Comparison comparison) => Url(_query with { Comparison = comparison });

    private string IntervalUrl(Interval interval) => Url(_query with { Interval = interval });

    private string MetricUrl(Metric metric) => Url(_query with { Metric = metric });

    private bool HasFailed(PanelList list) => State.Status is DashboardStatus.Failed && State.Breakdown(list) is null;

    // The latest visits, for what shows them one by one and may.
    private IReadOnlyList<Visit> Latest(SitePanels panel) => View?.Shows(panel) == true ? State.RightNow?.Latest ?? [] : [];

    // Lists are leafed through: a step back for each would stand between the reader and the page they came from. Shown at
    // once: another one may be chosen before the browser has told the new address.
    private void Choose(PanelList list)
    {
        _query = _query.Choose(list);
        Navigation.NavigateTo(Url(_query), replace: true);
    }

    private void AskForRender(object? sender, EventArgs change) => _throttle?.Request();

    private async Task RetryAsync()
    {
        await State.RetryAsync();
        LeaveIfGone();
    }

    private void CatchUp()
    {
        if (State.CatchUp())
        {
            LeaveIfGone();
            Announce();
            StateHasChanged();
        }
    }

    private void LeaveIfGone()
    {
        if (State.Status is DashboardStatus.Gone)
        {
            Navigation.NotFound();
        }
    }

    // For who listens instead of looks: not each visit, but what it came to.
    private void Announce()
    {
        if (State is { Totals: { } totals, RightNow.Online: { } online } && State.Now - _announcedAt >= _announcementInterval)
        {
            _announcedAt = State.Now;
            _announcement = DashboardText.Announcement.With(DashboardText.VisitorCount.For(online.Visitors), _query.Range.Title(), DashboardText.VisitorCount.For(totals.Visitors), DashboardText.PageViewCount.For(totals.PageViews));
        }
    }
}
