using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Goals;

/// <summary>What can be asked of a visit.</summary>
internal static class ConditionRules
{
    private const int EventMaxLength = 120;

    /// <summary>What is wrong with the text, in a sentence, or null.</summary>
    public static string? Error(ConditionKind kind, string text) => (kind, text) switch
    {
        (ConditionKind.Page, "") => GoalsText.PathMissing,
        (ConditionKind.Page, { Length: > Goal.TextMaxLength }) => GoalsText.PathTooLong.With(Goal.TextMaxLength),
        (ConditionKind.Page, _) when text[0] is not ('/' or TextPattern.Any) => GoalsText.PathSlash,
        (ConditionKind.Page, _) when !TextPattern.IsValid(text) => GoalsText.PathAsterisks.With(TextPattern.MostAny),
        (ConditionKind.Event, "") => GoalsText.EventMissing,
        (ConditionKind.Event, { Length: > EventMaxLength }) => GoalsText.EventTooLong.With(EventMaxLength),
        (ConditionKind.Event, Visit.PageLoad) => GoalsText.EventIsPage.With(Visit.PageLoad),
        _ when text.Any(char.IsControl) => GoalsText.ConditionControl,
        _ when !Enum.IsDefined(kind) => GoalsText.ChoosePageOrEvent,
        _ => null,
    };
}
