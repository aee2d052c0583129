namespace BlazorTracking.Features.Stats;

/// <summary>What visits can be broken down and filtered by. <c>docs/metrics.md</c> says what is counted for each.</summary>
public enum Dimension
{
    Channel,
    Source,
    ReferrerHost,

    /// <summary>The referring page: host and path.</summary>
    Referrer,
    UtmSource,
    UtmMedium,
    UtmCampaign,
    UtmContent,
    UtmTerm,
    Page,
    EntryPage,
    ExitPage,
    Hostname,
    Country,
    Region,
    City,
    Browser,
    BrowserVersion,
    OperatingSystem,
    OperatingSystemVersion,
    Device,
    Screen,
    Language,
    Event,

    /// <summary>A property of an event with its value: "plan: pro". An event has any number of them.</summary>
    Property,
}
