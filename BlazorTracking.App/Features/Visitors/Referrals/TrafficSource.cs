namespace BlazorTracking.Features.Visitors.Referrals;

/// <summary>A source that is known by name, and what it is.</summary>
internal sealed record TrafficSource(string Name, SourceKind Kind);
