using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Beacons;

/// <summary>A visit before its session is known.</summary>
/// <param name="VisitorIdOfYesterday">The same visitor under the salt of the day before.</param>
/// <param name="Week">The visitor's week, of a site that recognises visitors.</param>
public sealed record VisitDraft(Visit Visit, long VisitorIdOfYesterday, WeeklyVisitor? Week = null);
