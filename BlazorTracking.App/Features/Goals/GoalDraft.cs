using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Goals;

/// <summary>What a person enters about a goal, and what is wrong with it.</summary>
public sealed class GoalDraft
{
    public string Name { get; set; } = "";
    public ConditionKind Kind { get; set; }
    public string Text { get; set; } = "";

    public static GoalDraft Of(Goal goal) => new() { Name = goal.Name, Kind = goal.Kind, Text = goal.Text };

    /// <summary>The same without spaces around; without a name it is called after what it asks for.</summary>
    public GoalDraft Tidied()
    {
        var text = Text.Trim();
        var name = Name.Trim() is { Length: > 0 } given ? given : Kind == ConditionKind.Page ? GoalsText.VisitOf.With(text) : text;
        return new GoalDraft { Name = Name.Trim().Length == 0 && name.Length > Goal.NameMaxLength ? name[..Goal.NameMaxLength] : name, Kind = Kind, Text = text };
    }

    /// <summary>What is wrong with the name, in a sentence, or null.</summary>
    public static string? NameError(string name) => name switch
    {
        { Length: > Goal.NameMaxLength } => GoalsText.NameTooLong.With(Goal.NameMaxLength),
        _ when name.Any(char.IsControl) => GoalsText.NameControl,
        _ => null,
    };

    /// <summary>What is wrong with what it asks for, in a sentence, or null.</summary>
    public string? TextError => ConditionRules.Error(Kind, Text);

    public bool IsValid => TextError is null && NameError(Name) is null && Name.Length > 0;
}
