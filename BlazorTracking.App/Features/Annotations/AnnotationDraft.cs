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
        _ when Date < StatsRange.Earliest => AnnotationsText.DayMissing,
        "" => AnnotationsText.TextMissing,
        { Length: > Annotation.TextMaxLength } => AnnotationsText.TextTooLong.With(Annotation.TextMaxLength),
        var text when text.Any(char.IsControl) => AnnotationsText.TextControl,
        _ => null,
    };
}
