using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// A page that shows visits of a site, to its owner or to whom it is shared with. The URL says which: those of a range
/// that pass the filters.
/// </summary>
public abstract class SiteViewPage : SitePage
{
    /// <summary>The secret of a share link; null where the page is opened without one.</summary>
    [Parameter]
    public string? Token { get; set; }

    [SupplyParameterFromQuery(Name = Embedding.Parameter)]
    public string? Embed { get; set; }

    [SupplyParameterFromQuery(Name = RangeChoice.RangeParameter)]
    public string? RangeName { get; set; }

    [SupplyParameterFromQuery(Name = RangeChoice.FromParameter)]
    public string? RangeFrom { get; set; }

    [SupplyParameterFromQuery(Name = RangeChoice.ToParameter)]
    public string? RangeTo { get; set; }

    [SupplyParameterFromQuery(Name = DashboardQuery.FilterParameter)]
    public string[]? Filters { get; set; }

    // Metric, comparison, interval and lists are the dashboard's: the log keeps them for the way back.
    [SupplyParameterFromQuery(Name = DashboardQuery.MetricParameter)]
    public string? MetricName { get; set; }

    [SupplyParameterFromQuery(Name = Comparison.Parameter)]
    public string? Compare { get; set; }

    [SupplyParameterFromQuery(Name = DashboardQuery.IntervalParameter)]
    public string? IntervalName { get; set; }

    [SupplyParameterFromQuery(Name = PanelChoice.Parameter)]
    public string[]? Lists { get; set; }

    [Inject]
    public required Viewer Viewer { get; init; }

    /// <summary>The site as the viewer may see it; null until it is read, and where they may not.</summary>
    protected SiteView? View { get; private set; }

    /// <summary>A link that asks for a password was opened without it.</summary>
    protected bool IsLocked { get; private set; }

    /// <summary>With what this page is come to.</summary>
    protected virtual Pass Pass => Pass.Account;

    /// <summary>With what a page for others is come to.</summary>
    protected Pass Shared => (Token is null ? Pass.Public : Pass.Link(Token)) with { Embedding = Embedding.Parse(Embed) };

    /// <summary>What the page shows: where that may not be seen there is no page.</summary>
    protected virtual SitePanels Shown => SitePanels.None;

    protected override Task OnParametersSetAsync()
    {
        if (Viewer.Pass != Pass)
        {
            (Viewer.Pass, Site) = (Pass, null);
        }

        return base.OnParametersSetAsync();
    }

    protected override async Task<Site?> FindSiteAsync()
    {
        View = await Access.FindViewAsync(SiteId) is { } view && (view.Panels & Shown) == Shown ? view : null;
        if (View is not null && RendererInfo.IsInteractive)
        {
            await Access.NoteOpeningAsync(SiteId);
        }

        return View?.Site;
    }

    protected override async Task OnNoSiteAsync()
    {
        IsLocked = await Access.IsLockedAsync(SiteId);
        if (!IsLocked)
        {
            await base.OnNoSiteAsync();
        }
    }

    /// <summary>What the URL asks for and may be seen, with what it says of details where the page has them.</summary>
    protected DashboardQuery ReadQuery(string? details = null)
    {
        var range = RangeChoice.Parse(RangeName, RangeFrom, RangeTo);
        var asked = DashboardQuery.Parse(range, Filters ?? [], MetricName, Compare, IntervalName);
        var query = asked with { Details = DashboardQuery.FindDimension(details), Lists = PanelChoice.Parse(Lists ?? []) };
        return View is { } view ? query.PermittedBy(view) : query;
    }
}
