using System.Globalization;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Controls;

/// <summary>What people call ranges and the periods before them.</summary>
public static class RangeText
{
    public static string Title(this RangeKind kind) => kind switch
    {
        RangeKind.Today => "Today",
        RangeKind.Yesterday => "Yesterday",
        RangeKind.Last7Days => "Last 7 days",
        RangeKind.Last30Days => "Last 30 days",
        RangeKind.Last90Days => "Last 90 days",
        RangeKind.Last12Months => "Last 12 months",
        RangeKind.All => "All time",
        _ => "Custom",
    };

    /// <summary>The kind's name, or the dates of a custom range.</summary>
    public static string Title(this RangeChoice choice) =>
        choice is { Kind: RangeKind.Custom, From: { } from, To: { } to } ? Dates(from, to) : choice.Kind.Title();

    /// <summary>What the period before this range is called.</summary>
    public static string PreviousTitle(this StatsRange range) => range.Kind switch
    {
        RangeKind.Today => "Yesterday",
        RangeKind.Yesterday => "Day before",
        RangeKind.Last12Months => "Year before",
        _ when range.Days == 1 => "Day before",
        _ => $"Previous {range.Days} days",
    };

    private static string Dates(DateOnly from, DateOnly to)
    {
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
