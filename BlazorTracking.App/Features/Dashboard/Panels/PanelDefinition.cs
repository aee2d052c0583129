using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A panel is a declaration: its title, its lists, and what it says while it is empty.</summary>
public sealed record PanelDefinition(Func<string> Heading, Func<string> Nothing, IReadOnlyList<PanelList> Lists)
{
    public string Title => Heading();

    public string Empty => Nothing();

    /// <summary>As what it is shared with others.</summary>
    public SitePanels Shared => PanelChoices.Of(Lists[0].Dimension);

    private static readonly Func<string> _noVisits = () => DashboardText.NoVisits;
    private static readonly Func<string> _campaigns = () => DashboardText.Campaigns;
    private static readonly Func<string> _browser = () => DashboardText.Browser;
    private static readonly Func<string> _system = () => DashboardText.System;

    public static IReadOnlyList<PanelDefinition> All { get; } =
    [
        new(() => DashboardText.Sources, _noVisits,
        [
            new(() => DashboardText.Channels, Dimension.Channel) { Below = Dimension.Source },
            new(() => DashboardText.Sources, Dimension.Source) { Below = Dimension.Referrer },
            new(() => DashboardText.Referrers, Dimension.Referrer),
            new(_campaigns, Dimension.UtmCampaign, _campaigns),
            new(() => DashboardText.CampaignMedia, Dimension.UtmMedium, _campaigns),
            new(() => DashboardText.CampaignSources, Dimension.UtmSource, _campaigns),
            new(() => DashboardText.CampaignContents, Dimension.UtmContent, _campaigns),
            new(() => DashboardText.CampaignTerms, Dimension.UtmTerm, _campaigns),
        ]),
        new(() => DashboardText.Pages, _noVisits, [new(() => DashboardText.Top, Dimension.Page), new(() => DashboardText.Entry, Dimension.EntryPage), new(() => DashboardText.Exit, Dimension.ExitPage)]),
        new(() => DashboardText.Locations, _noVisits,
        [
            new(() => DashboardText.Map, Dimension.Country) { IsMap = true },
            new(() => DashboardText.Countries, Dimension.Country) { Below = Dimension.Region },
            new(() => DashboardText.Regions, Dimension.Region) { Below = Dimension.City },
            new(() => DashboardText.Cities, Dimension.City),
        ]),
        new(() => DashboardText.Devices, _noVisits,
        [
            new(() => DashboardText.Browsers, Dimension.Browser, _browser) { Below = Dimension.BrowserVersion },
            new(() => DashboardText.BrowserVersions, Dimension.BrowserVersion, _browser),
            new(() => DashboardText.Systems, Dimension.OperatingSystem, _system) { Below = Dimension.OperatingSystemVersion },
            new(() => DashboardText.SystemVersions, Dimension.OperatingSystemVersion, _system),
            new(() => DashboardText.Device, Dimension.Device),
            new(() => DashboardText.Size, Dimension.Screen),
        ]),
        new(() => DashboardText.Events, () => DashboardText.NoEvents,
        [
            new(() => DashboardText.Events, Dimension.Event) { Below = Dimension.Property },
            new(() => DashboardText.Properties, Dimension.Property) { Nothing = () => DashboardText.NoProperties },
        ]),
        new(() => DashboardText.Audience, _noVisits, [new(() => DashboardText.Languages, Dimension.Language), new(() => DashboardText.Hostnames, Dimension.Hostname)]),
    ];

    /// <summary>What the dimension's list is called where its panel is not in sight: "Pages · Entry".</summary>
    public static string TitleOf(Dimension dimension) => All
        .SelectMany(panel => panel.Lists, (panel, list) => (Panel: panel.Title, list.Title, list.Dimension, list.IsMap))
        .Where(list => list.Dimension == dimension && !list.IsMap)
        .Select(list => list.Panel == list.Title ? list.Panel : $"{list.Panel} · {list.Title}")
        .FirstOrDefault(dimension.Title());
}
