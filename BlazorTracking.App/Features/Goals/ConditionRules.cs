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
        (ConditionKind.Page, "") => "Enter the path of a page, for example /thank-you or /blog/*.",
        (ConditionKind.Page, { Length: > Goal.TextMaxLength }) => $"The path may have {Goal.TextMaxLength} characters at most.",
        (ConditionKind.Page, _) when text[0] is not ('/' or TextPattern.Any) => "A path begins with a slash, for example /thank-you.",
        (ConditionKind.Page, _) when !TextPattern.IsValid(text) => $"The path may have {TextPattern.MostAny} asterisks at most.",
        (ConditionKind.Event, "") => "Enter the name of an event, for example Signup.",
        (ConditionKind.Event, { Length: > EventMaxLength }) => $"The name of an event has {EventMaxLength} characters at most.",
        (ConditionKind.Event, Visit.PageLoad) => $"{Visit.PageLoad} stands for page views: choose a page instead.",
        _ when text.Any(char.IsControl) => "Control characters are not recorded.",
        _ when !Enum.IsDefined(kind) => "Choose a page or an event.",
        _ => null,
    };
}
