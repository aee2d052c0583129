using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Beacons;

/// <summary>A visit before its session is known.</summary>
/// <param name="VisitorIdOfYesterday">The same visitor under the salt of the day before.</param>
public sealed record VisitDraft(Visit Visit, long VisitorIdOfYesterday);
