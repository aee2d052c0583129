using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A panel is a declaration: its title, its lists, and what it says while it is empty.</summary>
public sealed record PanelDefinition(string Title, string Empty, IReadOnlyList<PanelList> Lists)
{
    /// <summary>How many rows it keeps room for.</summary>
    public int Rows { get; init; } = BreakdownList.MostRows;

    private const int FewRows = 5;
    private const string NoVisits = "No visits in this range.";
    private const string Campaigns = "Campaigns";
    private const string Browser = "Browser";
    private const string System = "System";

    public static IReadOnlyList<PanelDefinition> All { get; } =
    [
        new("Sources", NoVisits,
        [
            new("Channels", Dimension.Channel),
            new("Sources", Dimension.Source),
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
            new("Countries", Dimension.Country),
            new("Regions", Dimension.Region),
            new("Cities", Dimension.City),
        ]),
        new("Devices", NoVisits,
        [
            new("Browsers", Dimension.Browser, Browser),
            new("Browser versions", Dimension.BrowserVersion, Browser),
            new("Systems", Dimension.OperatingSystem, System),
            new("System versions", Dimension.OperatingSystemVersion, System),
            new("Device", Dimension.Device),
            new("Size", Dimension.Screen),
        ]),
        new("Events", "No events in this range. Send one with blazorTracking('Signup') from your page.", [new("Events", Dimension.Event)]) { Rows = FewRows },
        new("Audience", NoVisits, [new("Languages", Dimension.Language), new("Hostnames", Dimension.Hostname)]) { Rows = FewRows },
    ];

    /// <summary>What the dimension's list is called where its panel is not in sight: "Pages · Entry".</summary>
    public static string TitleOf(Dimension dimension) => All
        .SelectMany(panel => panel.Lists, (panel, list) => (Panel: panel.Title, list.Title, list.Dimension, list.IsMap))
        .Where(list => list.Dimension == dimension && !list.IsMap)
        .Select(list => list.Panel == list.Title ? list.Panel : $"{list.Panel} · {list.Title}")
        .FirstOrDefault(dimension.Title());
}
