namespace BlazorTracking.Features.Stats;

/// <summary>Which days a view shows. Those that end today include today.</summary>
public enum RangeKind
{
    Today,
    Yesterday,
    Last7Days,
    Last30Days,
    Last90Days,

    /// <summary>The running month and the eleven before it, from the first day of the earliest until today.</summary>
    Last12Months,

    /// <summary>From the day of the site's first visit until today.</summary>
    All,

    /// <summary>From one named day to another, both included.</summary>
    Custom,
}
