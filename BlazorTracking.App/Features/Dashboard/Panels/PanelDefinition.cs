using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A panel is a declaration: its title, its lists, and what it says while it is empty.</summary>
public sealed record PanelDefinition(string Title, string Empty, IReadOnlyList<(string Title, Dimension Dimension)> Lists)
{
    /// <summary>How many rows it keeps room for.</summary>
    public int Rows { get; init; } = BreakdownList.MostRows;

    private const int FewRows = 5;
    private const string NoVisits = "No visits in this range.";

    public static IReadOnlyList<PanelDefinition> All { get; } =
    [
        new("Sources", NoVisits,
        [
            ("Channels", Dimension.Channel),
            ("Sources", Dimension.Source),
            ("Referrers", Dimension.Referrer),
            ("Campaigns", Dimension.UtmCampaign),
        ]),
        new("Pages", NoVisits, [("Top", Dimension.Page), ("Entry", Dimension.EntryPage), ("Exit", Dimension.ExitPage)]),
        new("Locations", NoVisits, [("Countries", Dimension.Country), ("Regions", Dimension.Region), ("Cities", Dimension.City)]),
        new("Devices", NoVisits,
        [
            ("Browser", Dimension.Browser),
            ("System", Dimension.OperatingSystem),
            ("Device", Dimension.Device),
            ("Size", Dimension.Screen),
        ]),
        new("Events", "No events in this range. Send one with blazorTracking('Signup') from your page.", [("Events", Dimension.Event)]) { Rows = FewRows },
        new("Audience", NoVisits, [("Languages", Dimension.Language), ("Hostnames", Dimension.Hostname)]) { Rows = FewRows },
    ];

    /// <summary>What the dimension's list is called where its panel is not in sight: "Pages · Entry".</summary>
    public static string TitleOf(Dimension dimension) => All
        .SelectMany(panel => panel.Lists, (panel, list) => (Panel: panel.Title, list.Title, list.Dimension))
        .Where(list => list.Dimension == dimension)
        .Select(list => list.Panel == list.Title ? list.Panel : $"{list.Panel} · {list.Title}")
        .FirstOrDefault(dimension.Title());
}
