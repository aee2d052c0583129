namespace BlazorTracking.Features.Stats;

/// <summary>What the numbers of a breakdown count: the heading of its column.</summary>
public enum BreakdownUnit
{
    Visitors,

    /// <summary>Sessions that began with a page.</summary>
    Entries,

    /// <summary>Sessions whose last page view is of a page.</summary>
    Exits,
    Events,
}

/// <summary>One value of a dimension. The value is what the visitor's browser or address gave, untrusted; empty where it is not known.</summary>
public sealed record BreakdownRow(string Value, long Count);

/// <summary>The most frequent values of a dimension, the largest count first, equal counts in ordinal order of their values.</summary>
/// <param name="Dimension">Of what.</param>
/// <param name="Rows">The values and their counts; none is zero.</param>
/// <param name="Total">What a share is of: the visitors, sessions or events of the whole query, as <see cref="Unit"/> says.</param>
/// <param name="IsComplete">There are no other values than those in <paramref name="Rows"/>.</param>
public sealed record Breakdown(Dimension Dimension, IReadOnlyList<BreakdownRow> Rows, long Total, bool IsComplete)
{
    public BreakdownUnit Unit => UnitOf(Dimension);

    /// <summary>What is counted of the dimension's values.</summary>
    public static BreakdownUnit UnitOf(Dimension dimension) => dimension switch
    {
        Dimension.EntryPage => BreakdownUnit.Entries,
        Dimension.ExitPage => BreakdownUnit.Exits,
        Dimension.Event or Dimension.Property => BreakdownUnit.Events,
        _ => BreakdownUnit.Visitors,
    };

    /// <summary>The same rows out of the given totals.</summary>
    public Breakdown OutOf(StatsTotals totals) => this with
    {
        Total = Unit switch
        {
            BreakdownUnit.Entries or BreakdownUnit.Exits => totals.Sessions,
            BreakdownUnit.Events => totals.Events,
            _ => totals.Visitors,
        },
    };

    /// <summary>The part of the total that the row is, 0 to 1.</summary>
    public double Share(BreakdownRow row) => Total == 0 ? 0 : (double)row.Count / Total;
}
