namespace BlazorTracking.Features.Stats;

/// <summary>What a view shows. The ranges that run end today, and include it; weeks begin on Monday.</summary>
public enum RangeKind
{
    /// <summary>The running minute and the 29 before it. The only one that is no stretch of whole days.</summary>
    Realtime,
    Today,
    Yesterday,
    Last7Days,
    Last30Days,
    Last90Days,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisYear,
    LastYear,

    /// <summary>The running month and the eleven before it, from the first day of the earliest until today.</summary>
    Last12Months,

    /// <summary>From the day of the site's first visit until today.</summary>
    All,

    /// <summary>From one named day to another, both included.</summary>
    Custom,
}
