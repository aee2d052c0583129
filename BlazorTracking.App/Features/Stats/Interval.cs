namespace BlazorTracking.Features.Stats;

/// <summary>The length of one point of a chart, in the site's time zone. Weeks begin on Monday.</summary>
public enum Interval
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
}
