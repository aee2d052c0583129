namespace BlazorTracking.Features.Stats;

/// <summary>The largest count first, equal counts by the ordinal order of their values.</summary>
internal sealed class BreakdownOrder : IComparer<BreakdownRow>
{
    public static BreakdownOrder Instance { get; } = new();

    public int Compare(BreakdownRow? one, BreakdownRow? other) =>
        (one, other) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            _ when one.Count != other.Count => other.Count.CompareTo(one.Count),
            _ => string.CompareOrdinal(one.Value, other.Value),
        };
}
