namespace BlazorTracking.Features.Commands.Check;

/// <summary>Something that is not as it must be.</summary>
/// <param name="Where">"site 1, 2026-03-02".</param>
/// <param name="What">What was found, and what was expected.</param>
internal sealed record Difference(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
