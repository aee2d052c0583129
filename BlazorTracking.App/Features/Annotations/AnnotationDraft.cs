using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Annotations;

/// <summary>What a person notes, and what is wrong with it.</summary>
public sealed class AnnotationDraft
{
    public DateOnly Date { get; set; }

    public string Text { get; set; } = "";

    /// <summary>What is wrong with it, in a sentence, or null.</summary>
    public string? Error => Text.Trim() switch
    {
        _ when Date < StatsRange.Earliest => "Choose a day.",
        "" => "Say what happened on that day.",
        { Length: > Annotation.TextMaxLength } => $"A note may have {Annotation.TextMaxLength} characters at most.",
        var text when text.Any(char.IsControl) => "A note may not hold control characters.",
        _ => null,
    };
}
