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
        "" => "Give the segment a name.",
        { Length: > Segment.NameMaxLength } => $"The name may have {Segment.NameMaxLength} characters at most.",
        var name when name.Any(char.IsControl) => "The name may not hold control characters.",
        _ when Filters.Length == 0 => "There are no filters to be saved.",
        _ when Filters.Length > Segment.FiltersMaxLength => "These filters are too long to be saved.",
        _ => null,
    };
}
