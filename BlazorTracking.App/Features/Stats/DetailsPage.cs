namespace BlazorTracking.Features.Stats;

/// <summary>
/// One value of a dimension with the sessions that have it: what the headline numbers say under a filter by the value.
/// The value is what the visitor's browser or address gave, untrusted; empty where it is not known. Of properties the
/// sessions are not read.
/// </summary>
/// <param name="Value">Of the dimension.</param>
/// <param name="Count">What the breakdown counts.</param>
/// <param name="Sessions">Sessions that began in the range.</param>
/// <param name="Bounces">Of them, those of a single page view and nothing else.</param>
/// <param name="DurationMs">Time spent in them, in milliseconds.</param>
public sealed record DetailsRow(string Value, long Count, long Sessions, long Bounces, long DurationMs)
{
    /// <summary>Bounces by sessions, 0 to 1; null without sessions.</summary>
    public double? BounceRate => Sessions == 0 ? null : (double)Bounces / Sessions;

    /// <summary>Time by sessions; null without sessions.</summary>
    public TimeSpan? AverageVisitTime => Sessions == 0 ? null : TimeSpan.FromMilliseconds((double)DurationMs / Sessions);
}

/// <summary>The values of one page of a dimension's details.</summary>
/// <param name="Rows">The values; none counts zero.</param>
/// <param name="Found">How many values there are on all pages.</param>
/// <param name="Breakdown">Without rows: what is counted, and the total that a share is of.</param>
public sealed record DetailsPage(IReadOnlyList<DetailsRow> Rows, long Found, Breakdown Breakdown)
{
    /// <summary>The part of the total that the row is, 0 to 1.</summary>
    public double Share(DetailsRow row) => Breakdown.Share(new BreakdownRow(row.Value, row.Count));
}
