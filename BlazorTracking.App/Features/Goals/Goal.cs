using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Goals;

/// <summary>What a site's owner wants visitors to do.</summary>
public sealed class Goal
{
    public const int NameMaxLength = 80;

    /// <summary>As long as what it is compared with.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>So many can a site have: each costs a pass over the visits of a view.</summary>
    public const int MostOfASite = 20;

    public int Id { get; init; }

    public int SiteId { get; init; }

    public required string Name { get; set; }

    public ConditionKind Kind { get; set; }

    /// <inheritdoc cref="ConditionKind"/>
    public required string Text { get; set; }

    public VisitCondition Condition => new(Kind, Text);
}
