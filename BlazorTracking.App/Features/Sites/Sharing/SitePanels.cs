namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>
/// The parts of a dashboard that can be shown to others, each only where it was chosen. The headline numbers, their chart
/// and how many visitors are here now are always shown. The values are stored: never renumber them.
/// </summary>
[Flags]
public enum SitePanels
{
    None = 0,
    Sources = 1,
    Pages = 2,
    Locations = 4,
    Devices = 8,
    Events = 16,
    Audience = 32,
    Goals = 64,
    Funnels = 128,
    Journeys = 256,

    /// <summary>What was noted of days, on the chart.</summary>
    Notes = 512,

    /// <summary>Each visit by itself: the live feed and the visit log.</summary>
    Visits = 1024,

    All = Sources | Pages | Locations | Devices | Events | Audience | Goals | Funnels | Journeys | Notes | Visits,
}
