namespace BlazorTracking.Features.Stats;

/// <summary>Who is here now.</summary>
/// <param name="Visitors">Visitors with a visit in the last 5 minutes.</param>
/// <param name="VisitsPerMinute">Visits in each of the last 30 minutes of the clock, the oldest first; the last one runs.</param>
public sealed record OnlineStats(int Visitors, IReadOnlyList<int> VisitsPerMinute);
