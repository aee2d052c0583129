namespace BlazorTracking.Features.Stats;

/// <summary>The way from a range to the one before and after it: the same number of days, or of whole months.</summary>
public static class RangeStep
{
    private static readonly RangeKind[] _named =
    [
        RangeKind.Today, RangeKind.Yesterday, RangeKind.ThisWeek, RangeKind.LastWeek,
        RangeKind.ThisMonth, RangeKind.LastMonth, RangeKind.ThisYear, RangeKind.LastYear,
    ];

    /// <summary>The range before; null where there is none.</summary>
    public static RangeChoice? Before(StatsRange range, DateTimeOffset now) => Take(range, -1, now);

    /// <summary>The range after; null where it would begin in the future, and where there is none.</summary>
    public static RangeChoice? After(StatsRange range, DateTimeOffset now) => Take(range, +1, now);

    private static RangeChoice? Take(StatsRange range, int direction, DateTimeOffset now)
    {
        if (range.Kind is RangeKind.All or RangeKind.Realtime)
        {
            return null;
        }

        var today = range.Zone.DateAt(now.ToUnixTimeMilliseconds());
        var (first, last) = Whole(range);
        var (nextFirst, nextLast) = first.Day == 1 && last.AddDays(1).Day == 1
            ? Months(first, last, direction)
            : (first.AddDays(direction * Length(first, last)), last.AddDays(direction * Length(first, last)));
        if (nextFirst < StatsRange.Earliest || nextFirst > today)
        {
            return null;
        }

        nextLast = nextLast < today ? nextLast : today;
        return Named(nextFirst, nextLast, Length(first, last), range.Zone, now) ?? new RangeChoice(RangeKind.Custom, nextFirst, nextLast);
    }

    // A range that runs steps as the week, month or year that it will be.
    private static (DateOnly First, DateOnly Last) Whole(StatsRange range) => range.Kind switch
    {
        RangeKind.ThisWeek => (range.First, range.First.AddDays(6)),
        RangeKind.ThisMonth => (range.First, range.First.AddMonths(1).AddDays(-1)),
        RangeKind.ThisYear or RangeKind.Last12Months => (range.First, range.First.AddYears(1).AddDays(-1)),
        _ => (range.First, range.Last),
    };

    private static (DateOnly First, DateOnly Last) Months(DateOnly first, DateOnly last, int direction)
    {
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var next = first.AddMonths(direction * months);
        return (next, next.AddMonths(months).AddDays(-1));
    }

    // What has a name is called by it: on the first of a month, "this month" is a day like "today".
    private static RangeChoice? Named(DateOnly first, DateOnly last, int days, TimeZoneInfo zone, DateTimeOffset now)
    {
        foreach (var kind in _named)
        {
            var range = new RangeChoice(kind).Resolve(zone, now);
            var (from, to) = Whole(range);
            if (range.First == first && range.Last == last && Math.Abs(Length(from, to) - days) <= LengthsVary(days))
            {
                return new RangeChoice(kind);
            }
        }

        return null;
    }

    // Months have 28 to 31 days, years 365 or 366.
    private static int LengthsVary(int days) => days switch { < 28 => 0, <= 31 => 3, _ => 1 };

    private static int Length(DateOnly first, DateOnly last) => last.DayNumber - first.DayNumber + 1;
}
