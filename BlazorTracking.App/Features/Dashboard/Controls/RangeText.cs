using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Controls;

/// <summary>What people call ranges and the periods before them.</summary>
public static class RangeText
{
    public static string Title(this RangeKind kind) => kind switch
    {
        RangeKind.Realtime => DashboardText.RangeRealtime,
        RangeKind.Today => DashboardText.RangeToday,
        RangeKind.Yesterday => DashboardText.RangeYesterday,
        RangeKind.Last7Days => DashboardText.RangeLast7Days,
        RangeKind.Last30Days => DashboardText.RangeLast30Days,
        RangeKind.Last90Days => DashboardText.RangeLast90Days,
        RangeKind.ThisWeek => DashboardText.RangeThisWeek,
        RangeKind.LastWeek => DashboardText.RangeLastWeek,
        RangeKind.ThisMonth => DashboardText.RangeThisMonth,
        RangeKind.LastMonth => DashboardText.RangeLastMonth,
        RangeKind.ThisYear => DashboardText.RangeThisYear,
        RangeKind.LastYear => DashboardText.RangeLastYear,
        RangeKind.Last12Months => DashboardText.RangeLast12Months,
        RangeKind.All => DashboardText.RangeAll,
        _ => DashboardText.RangeCustom,
    };

    /// <summary>The kind's name, or the dates of a custom range.</summary>
    public static string Title(this RangeChoice choice) =>
        choice is { Kind: RangeKind.Custom, From: { } from, To: { } to } ? Dates(from, to) : choice.Kind.Title();

    public static string Title(this Interval interval) => interval switch
    {
        Interval.Minute => DashboardText.Minutes,
        Interval.Hour => DashboardText.Hours,
        Interval.Day => DashboardText.Days,
        Interval.Week => DashboardText.Weeks,
        _ => DashboardText.Months,
    };

    /// <summary>What the comparison is called on its button.</summary>
    public static string Title(this Comparison comparison) => comparison switch
    {
        { Kind: ComparisonKind.None } => DashboardText.Compare,
        { Kind: ComparisonKind.YearBefore } => DashboardText.VersusYearBefore,
        { Kind: ComparisonKind.Custom, First: { } first, Last: { } last } => DashboardText.Versus.With(Dates(first, last)),
        _ => DashboardText.VersusPrevious,
    };

    /// <summary>What this range is compared with is called beside its line.</summary>
    public static string ComparedTitle(this StatsRange range, Comparison comparison) => comparison switch
    {
        { Kind: ComparisonKind.YearBefore } => DashboardText.YearBefore,
        { Kind: ComparisonKind.Custom, First: { } first, Last: { } last } => Dates(first, last),
        _ => range.PreviousTitle(),
    };

    private static string PreviousTitle(this StatsRange range) => range.Kind switch
    {
        RangeKind.Realtime => DashboardText.MinutesBefore.For(StatsRange.RealtimeMinutes),
        RangeKind.Today => DashboardText.RangeYesterday,
        RangeKind.Yesterday => DashboardText.DayBefore,
        RangeKind.ThisWeek or RangeKind.LastWeek => DashboardText.WeekBefore,
        RangeKind.ThisMonth or RangeKind.LastMonth => DashboardText.MonthBeforeRange,
        RangeKind.ThisYear or RangeKind.LastYear or RangeKind.Last12Months => DashboardText.YearBefore,
        _ when range.Days == 1 => DashboardText.DayBefore,
        _ when range.IsWholeMonths => DashboardText.MonthsBefore,
        _ => DashboardText.PreviousDays.For(range.Days),
    };

    private static string Dates(DateOnly from, DateOnly to)
    {
        if (from.Day == 1 && to == from.AddMonths(1).AddDays(-1))
        {
            return DateText.Month(from);
        }

        if (from.DayOfYear == 1 && to == from.AddYears(1).AddDays(-1))
        {
            return DateText.Year(from);
        }

        if (from == to)
        {
            return DateText.Day(from);
        }

        return $"{(from.Year == to.Year ? DateText.DayOfYear(from) : DateText.Day(from))} – {DateText.Day(to)}";
    }
}
