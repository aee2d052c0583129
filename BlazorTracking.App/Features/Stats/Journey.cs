namespace BlazorTracking.Features.Stats;

/// <summary>What came before and after the views of a page; <c>docs/metrics.md</c> defines it.</summary>
/// <param name="Path">The page.</param>
/// <param name="Views">Its views in the sessions of the view.</param>
/// <param name="Entries">Those with no page before them.</param>
/// <param name="Exits">Those with no page after them.</param>
/// <param name="Before">The most frequent pages before, with how often.</param>
/// <param name="After">The most frequent pages after, with how often.</param>
public sealed record Journey(string Path, long Views, long Entries, long Exits, IReadOnlyList<BreakdownRow> Before, IReadOnlyList<BreakdownRow> After);
