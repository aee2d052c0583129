namespace BlazorTracking.Features.Stats;

/// <summary>What a view asks for: the visits of one site in a range that meet every filter. Equal when it asks for the same.</summary>
public sealed record StatsQuery(int SiteId, StatsRange Range, IReadOnlyList<VisitFilter> Filters)
{
    public TimeZoneInfo Zone => Range.Zone;

    /// <summary>What the totals are compared with.</summary>
    public Comparison Comparison { get; init; } = Comparison.Previous;

    /// <summary>
    /// Every filter is on what belongs to the session, so that all totals are plain sums. Otherwise, and in the last
    /// minutes, visitors and sessions are counted as distinct ones, and a live visit cannot simply be added.
    /// </summary>
    public bool IsAdditive => Range.Kind != RangeKind.Realtime && Filters.All(filter => filter.Dimension.Scope() == DimensionScope.Session);

    public bool Equals(StatsQuery? other) =>
        other is not null && SiteId == other.SiteId && Range == other.Range && Comparison == other.Comparison && Filters.SequenceEqual(other.Filters);

    public override int GetHashCode() => HashCode.Combine(SiteId, Range, Comparison, Filters.Count);
}
