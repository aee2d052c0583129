using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Beacons;

/// <summary>A visit before its session is known.</summary>
/// <param name="VisitorIdOfYesterday">The same visitor under the salt of the day before.</param>
/// <param name="MayBeRetry">Whether the client chose the id, so that the visit may be stored already.</param>
public sealed record VisitDraft(Visit Visit, long VisitorIdOfYesterday, bool MayBeRetry);
