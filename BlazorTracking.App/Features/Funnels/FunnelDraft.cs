using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Funnels;

/// <summary>What a person enters about a funnel, and what is wrong with it.</summary>
public sealed class FunnelDraft
{
    public string Name { get; set; } = "";

    public List<FunnelStepDraft> Steps { get; init; } = [new(), new()];

    public static FunnelDraft Of(Funnel funnel) => new()
    {
        Name = funnel.Name,
        Steps = [.. funnel.Steps.Select(step => new FunnelStepDraft { Kind = step.Kind, Text = step.Text })],
    };

    /// <summary>What is wrong with the name, in a sentence, or null.</summary>
    public string? NameError => Name.Trim() switch
    {
        "" => GoalsText.FunnelNameMissing,
        { Length: > Funnel.NameMaxLength } => GoalsText.NameTooLong.With(Funnel.NameMaxLength),
        var name when name.Any(char.IsControl) => GoalsText.NameControl,
        _ => null,
    };

    public bool IsValid => NameError is null && Steps.Count is >= Funnel.FewestSteps and <= Funnel.MostSteps && Steps.All(step => step.Error is null);

    public IReadOnlyList<VisitCondition> Conditions => [.. Steps.Select(step => new VisitCondition(step.Kind, step.Text.Trim()))];
}

/// <summary>A step of a funnel as it is entered.</summary>
public sealed class FunnelStepDraft
{
    public ConditionKind Kind { get; set; }

    public string Text { get; set; } = "";

    /// <summary>What is wrong with it, in a sentence, or null.</summary>
    public string? Error => ConditionRules.Error(Kind, Text.Trim());
}
