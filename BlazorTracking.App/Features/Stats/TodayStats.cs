namespace BlazorTracking.Features.Stats;

/// <summary>A site's line on the sites page: its day so far, in its own time zone.</summary>
/// <param name="SiteId">Which site.</param>
/// <param name="Visitors">Today's visitors.</param>
/// <param name="VisitorsYesterday">Yesterday's, until the same time of day, to the quarter of an hour.</param>
/// <param name="VisitorsByHour">Today's visitors by the hour of their first visit, midnight first, the running hour last.</param>
public sealed record TodayStats(int SiteId, long Visitors, long VisitorsYesterday, IReadOnlyList<long> VisitorsByHour);
