namespace BlazorTracking.Features.Stats;

/// <summary>What the rows of a dimension's details can be sorted by.</summary>
public enum DetailsColumn
{
    Value,
    Count,
    BounceRate,
    VisitTime,
}

/// <summary>A page of all values of a dimension.</summary>
/// <param name="Query">Which visits.</param>
/// <param name="Dimension">Which values.</param>
/// <param name="Search">Text that a value contains; the case of the letters a to z does not count. Empty: all.</param>
/// <param name="Named">Values that are found by the search because people call them so: "DE" for "germ".</param>
/// <param name="SortBy">The order; equal ones in the order of their values. Rows without a session are the last or first by rate and time.</param>
/// <param name="Descending">The largest first.</param>
/// <param name="Skip">Values before the page, 0 or more.</param>
/// <param name="Take">Values of the page, 1 to <see cref="MaxTake"/>.</param>
public sealed record DetailsQuery(
    StatsQuery Query,
    Dimension Dimension,
    string Search = "",
    IReadOnlyList<string>? Named = null,
    DetailsColumn SortBy = DetailsColumn.Count,
    bool Descending = true,
    int Skip = 0,
    int Take = 50)
{
    public const int MaxTake = 100_000;
}
