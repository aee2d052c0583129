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
        SitePanels.Visits => "Each visit",
        _ => panel.ToString(),
    };

    public static string Explanation(SitePanels panel) => panel switch
    {
        SitePanels.Sources => "Channels, sources, referring pages and campaigns.",
        SitePanels.Pages => "The paths of your pages: top, entry and exit.",
        SitePanels.Locations => "The map, countries, regions and cities.",
        SitePanels.Devices => "Browsers, systems, devices and sizes.",
        SitePanels.Events => "The events that your pages send, with their properties.",
        SitePanels.Audience => "Languages and host names.",
        SitePanels.Goals => "Your goals and how many visitors met them.",
        SitePanels.Funnels => "Your funnels and where visitors stopped.",
        SitePanels.Journeys => "What came before and after a page, with its path.",
        SitePanels.Notes => "What you noted of days, on the chart.",
        SitePanels.Visits => "The live feed and the visit log: page, place, source and device of every single visit.",
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
