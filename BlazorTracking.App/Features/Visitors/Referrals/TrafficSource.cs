namespace BlazorTracking.Features.Visitors.Referrals;

/// <summary>A source that is known by name, and what it is.</summary>
internal sealed record TrafficSource(string Name, SourceKind Kind);

/// <summary>What a known source is. The names are those of sources.json.</summary>
internal enum SourceKind
{
    Unknown,
    Search,
    Social,
    Video,
    Shopping,
    AiAssistant,
    Email,
    Site,
}
