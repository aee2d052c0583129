using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard;

/// <summary>A page that shows visits of a site. The URL says which: those of a range that pass the filters.</summary>
public abstract class SiteViewPage : SitePage
{
    [SupplyParameterFromQuery(Name = RangeChoice.RangeParameter)]
    public string? RangeName { get; set; }

    [SupplyParameterFromQuery(Name = RangeChoice.FromParameter)]
    public string? RangeFrom { get; set; }

    [SupplyParameterFromQuery(Name = RangeChoice.ToParameter)]
    public string? RangeTo { get; set; }

    [SupplyParameterFromQuery(Name = DashboardQuery.FilterParameter)]
    public string[]? Filters { get; set; }

    /// <summary>What the URL asks for, with what it says of metric, comparison and interval where the page has them.</summary>
    protected DashboardQuery ReadQuery(string? metric = null, string? compare = null, string? interval = null) =>
        DashboardQuery.Parse(RangeChoice.Parse(RangeName, RangeFrom, RangeTo), Filters ?? [], metric, compare, interval);
}
