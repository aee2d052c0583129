namespace BlazorTracking.Features.Segments;

/// <summary>Filters that a person gives a name, and what is wrong with it.</summary>
public sealed class SegmentDraft
{
    public string Name { get; set; } = "";

    /// <inheritdoc cref="Segment.Filters"/>
    public string Filters { get; set; } = "";

    /// <summary>What is wrong with it, in a sentence, or null.</summary>
    public string? Error => Name.Trim() switch
    {
        "" => SegmentsText.NameMissing,
        { Length: > Segment.NameMaxLength } => SegmentsText.NameTooLong.With(Segment.NameMaxLength),
        var name when name.Any(char.IsControl) => SegmentsText.NameControl,
        _ when Filters.Length == 0 => SegmentsText.FiltersMissing,
        _ when Filters.Length > Segment.FiltersMaxLength => SegmentsText.FiltersTooLong,
        _ => null,
    };
}
