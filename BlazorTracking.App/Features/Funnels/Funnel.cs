using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Funnels;

/// <summary>Steps that a site's owner wants visitors to take one after the other within a session.</summary>
public sealed class Funnel
{
    public const int NameMaxLength = 80;
    public const int FewestSteps = 2;
    public const int MostSteps = 8;

    /// <summary>So many can a site have.</summary>
    public const int MostOfASite = 20;

    public int Id { get; init; }

    public int SiteId { get; init; }

    public required string Name { get; set; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<VisitCondition> Steps { get; set; }
}
