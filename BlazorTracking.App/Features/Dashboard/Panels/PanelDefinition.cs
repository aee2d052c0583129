using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A panel is a declaration: its title, its lists, and what it says while it is empty.</summary>
public sealed record PanelDefinition(string Title, string Empty, IReadOnlyList<PanelList> Lists)
{
    /// <summary>As what it is shared with others.</summary>
    public SitePanels Shared => PanelChoices.Of(Lists[0].Dimension);

    private const string NoVisits = "No visits in this range.";
    private const string Campaigns = "Campaigns";
    private const string Browser = "Browser";
    private const string System = "System";

    public static IReadOnlyList<PanelDefinition> All { get; } =
    [
        new("Sources", NoVisits,
        [
            new("Channels", Dimension.Channel) { Below = Dimension.Source },
            new("Sources", Dimension.Source) { Below = Dimension.Referrer },
            new("Referrers", Dimension.Referrer),
            new("Campaigns", Dimension.UtmCampaign, Campaigns),
            new("Campaign media", Dimension.UtmMedium, Campaigns),
            new("Campaign sources", Dimension.UtmSource, Campaigns),
            new("Campaign contents", Dimension.UtmContent, Campaigns),
            new("Campaign terms", Dimension.UtmTerm, Campaigns),
        ]),
        new("Pages", NoVisits, [new("Top", Dimension.Page), new("Entry", Dimension.EntryPage), new("Exit", Dimension.ExitPage)]),
        new("Locations", NoVisits,
        [
            new("Map", Dimension.Country) { IsMap = true },
            new("Countries", Dimension.Country) { Below = Dimension.Region },
            new("Regions", Dimension.Region) { Below = Dimension.City },
            new("Cities", Dimension.City),
        ]),
        new("Devices", NoVisits,
        [
            new("Browsers", Dimension.Browser, Browser) { Below = Dimension.BrowserVersion },
            new("Browser versions", Dimension.BrowserVersion, Browser),
            new("Systems", Dimension.OperatingSystem, System) { Below = Dimension.OperatingSystemVersion },
            new("System versions", Dimension.OperatingSystemVersion, System),
            new("Device", Dimension.Device),
            new("Size", Dimension.Screen),
        ]),
        new("Events", "No events in this range. Send one with blazorTracking('Signup') from your page.",
        [
            new("Events", Dimension.Event) { Below = Dimension.Property },
            new("Properties", Dimension.Property) { Empty = "No properties in this range. Send some with an event: blazorTracking('Signup', { plan: 'pro' })." },
        ]),
        new("Audience", NoVisits, [new("Languages", Dimension.Language), new("Hostnames", Dimension.Hostname)]),
    ];

    /// <summary>What the dimension's list is called where its panel is not in sight: "Pages · Entry".</summary>
    public static string TitleOf(Dimension dimension) => All
        .SelectMany(panel => panel.Lists, (panel, list) => (Panel: panel.Title, list.Title, list.Dimension, list.IsMap))
        .Where(list => list.Dimension == dimension && !list.IsMap)
        .Select(list => list.Panel == list.Title ? list.Panel : $"{list.Panel} · {list.Title}")
        .FirstOrDefault(dimension.Title());
}
