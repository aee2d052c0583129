namespace BlazorTracking.Features.Visitors.Referrals;

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
