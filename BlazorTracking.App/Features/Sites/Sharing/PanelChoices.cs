using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>The panels that can be chosen, in words, and which of them a dimension belongs to.</summary>
public static class PanelChoices
{
    /// <summary>What is offered first: everything that counts, nothing that shows a single visit or what was noted.</summary>
    public const SitePanels Suggested = SitePanels.All & ~(SitePanels.Visits | SitePanels.Notes);

    /// <summary>In the order of the dashboard.</summary>
    public static IReadOnlyList<SitePanels> All { get; } =
        [.. Enum.GetValues<SitePanels>().Where(panel => panel is not (SitePanels.None or SitePanels.All))];

    public static string Title(SitePanels panel) => panel switch
    {
        SitePanels.Sources => SharingText.Sources,
        SitePanels.Pages => SharingText.Pages,
        SitePanels.Locations => SharingText.Locations,
        SitePanels.Devices => SharingText.Devices,
        SitePanels.Events => SharingText.Events,
        SitePanels.Audience => SharingText.Audience,
        SitePanels.Goals => SharingText.Goals,
        SitePanels.Funnels => SharingText.Funnels,
        SitePanels.Journeys => SharingText.Journeys,
        SitePanels.Notes => SharingText.Notes,
        SitePanels.Visits => SharingText.Visits,
        _ => "",
    };

    public static string Explanation(SitePanels panel) => panel switch
    {
        SitePanels.Sources => SharingText.PanelSources,
        SitePanels.Pages => SharingText.PanelPages,
        SitePanels.Locations => SharingText.PanelLocations,
        SitePanels.Devices => SharingText.PanelDevices,
        SitePanels.Events => SharingText.PanelEvents,
        SitePanels.Audience => SharingText.PanelAudience,
        SitePanels.Goals => SharingText.PanelGoals,
        SitePanels.Funnels => SharingText.PanelFunnels,
        SitePanels.Journeys => SharingText.PanelJourneys,
        SitePanels.Notes => SharingText.PanelNotes,
        SitePanels.Visits => SharingText.PanelVisits,
        _ => "",
    };

    /// <summary>Where the dimension is shown.</summary>
    public static SitePanels Of(Dimension dimension) => dimension switch
    {
        Dimension.Channel or Dimension.Source or Dimension.ReferrerHost or Dimension.Referrer
            or Dimension.UtmSource or Dimension.UtmMedium or Dimension.UtmCampaign or Dimension.UtmContent or Dimension.UtmTerm => SitePanels.Sources,
        Dimension.Page or Dimension.EntryPage or Dimension.ExitPage => SitePanels.Pages,
        Dimension.Country or Dimension.Region or Dimension.City => SitePanels.Locations,
        Dimension.Browser or Dimension.BrowserVersion or Dimension.OperatingSystem or Dimension.OperatingSystemVersion
            or Dimension.Device or Dimension.Screen => SitePanels.Devices,
        Dimension.Event or Dimension.Property => SitePanels.Events,
        Dimension.Hostname or Dimension.Language => SitePanels.Audience,

        // What is in no panel yet is shown to nobody but the owner.
        _ => SitePanels.None,
    };
}
