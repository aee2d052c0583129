using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>A site as somebody may see it. Given by <see cref="SiteAccess"/> only.</summary>
/// <param name="Site">The site.</param>
/// <param name="Pass">With what they came.</param>
/// <param name="Panels">What they see beside the headline numbers.</param>
public sealed record SiteView(Site Site, Pass Pass, SitePanels Panels)
{
    /// <summary>It is the account's own site, which may be changed.</summary>
    public bool IsOwn => Pass.IsAccount;

    public bool Shows(SitePanels panel) => panel != SitePanels.None && (Panels & panel) == panel;

    /// <summary>Whether its values may be seen: to list them, and to filter by them, which would tell of them too.</summary>
    public bool Shows(Dimension dimension) => IsOwn || Shows(PanelChoices.Of(dimension));

    /// <summary>The filters that tell nothing of what may not be seen.</summary>
    public IReadOnlyList<VisitFilter> Permitted(IReadOnlyList<VisitFilter> filters) => [.. filters.Where(filter => Shows(filter.Dimension))];
}
