using System.Globalization;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Controls;

/// <summary>What people call ranges and the periods before them.</summary>
public static class RangeText
{
    public static string Title(this RangeKind kind) => kind switch
    {
        RangeKind.Realtime => "Realtime",
        RangeKind.Today => "Today",
        RangeKind.Yesterday => "Yesterday",
        RangeKind.Last7Days => "Last 7 days",
        RangeKind.Last30Days => "Last 30 days",
        RangeKind.Last90Days => "Last 90 days",
        RangeKind.ThisWeek => "This week",
        RangeKind.LastWeek => "Last week",
        RangeKind.ThisMonth => "This month",
        RangeKind.LastMonth => "Last month",
        RangeKind.ThisYear => "This year",
        RangeKind.LastYear => "Last year",
        RangeKind.Last12Months => "Last 12 months",
        RangeKind.All => "All time",
        _ => "Custom",
    };

    /// <summary>The kind's name, or the dates of a custom range.</summary>
    public static string Title(this RangeChoice choice) =>
        choice is { Kind: RangeKind.Custom, From: { } from, To: { } to } ? Dates(from, to) : choice.Kind.Title();

    public static string Title(this Interval interval) => interval switch
    {
        Interval.Minute => "Minutes",
        Interval.Hour => "Hours",
        Interval.Day => "Days",
        Interval.Week => "Weeks",
        _ => "Months",
    };

    /// <summary>What the comparison is called on its button.</summary>
    public static string Title(this Comparison comparison) => comparison switch
    {
        { Kind: ComparisonKind.None } => "Compare",
        { Kind: ComparisonKind.YearBefore } => "vs. year before",
        { Kind: ComparisonKind.Custom, First: { } first, Last: { } last } => $"vs. {Dates(first, last)}",
        _ => "vs. previous",
    };

    /// <summary>What this range is compared with is called beside its line.</summary>
    public static string ComparedTitle(this StatsRange range, Comparison comparison) => comparison switch
    {
        { Kind: ComparisonKind.YearBefore } => "Year before",
        { Kind: ComparisonKind.Custom, First: { } first, Last: { } last } => Dates(first, last),
        _ => range.PreviousTitle(),
    };

    private static string PreviousTitle(this StatsRange range) => range.Kind switch
    {
        RangeKind.Realtime => $"{StatsRange.RealtimeMinutes} minutes before",
        RangeKind.Today => "Yesterday",
        RangeKind.Yesterday => "Day before",
        RangeKind.ThisWeek or RangeKind.LastWeek => "Week before",
        RangeKind.ThisMonth or RangeKind.LastMonth => "Month before",
        RangeKind.ThisYear or RangeKind.LastYear or RangeKind.Last12Months => "Year before",
        _ when range.Days == 1 => "Day before",
        _ when range.IsWholeMonths => "Months before",
        _ => $"Previous {range.Days} days",
    };

    private static string Dates(DateOnly from, DateOnly to)
    {
        if (from.Day == 1 && to == from.AddMonths(1).AddDays(-1))
        {
            return Text(from, "MMMM yyyy");
        }

        if (from.DayOfYear == 1 && to == from.AddYears(1).AddDays(-1))
        {
            return Text(from, "yyyy");
        }

        if (from == to)
        {
            return Text(from, "d MMM yyyy");
        }

        return from.Year == to.Year
            ? $"{Text(from, "d MMM")} – {Text(to, "d MMM yyyy")}"
            : $"{Text(from, "d MMM yyyy")} – {Text(to, "d MMM yyyy")}";
    }

    private static string Text(DateOnly date, string format) => date.ToString(format, CultureInfo.CurrentCulture);
}
