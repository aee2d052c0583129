namespace BlazorTracking.Features.Demo;

/// <summary>The demonstration's sites, in the order in which they are made.</summary>
internal static class DemoSites
{
    public static IReadOnlyList<DemoSite> All { get; } = [DemoShop.Site, DemoDocs.Site, DemoBlog.Site];
}
