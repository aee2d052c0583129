using System.Globalization;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// The range that a page's URL asks for: <c>range=realtime|today|yesterday|7d|30d|90d|week|lastweek|month|lastmonth|year|lastyear|12mo|all</c>
/// or <c>range=custom&amp;from=2026-11-01&amp;to=2026-11-23</c>. What is missing or cannot be read is the last 30 days.
/// </summary>
public sealed record RangeChoice(RangeKind Kind, DateOnly? From = null, DateOnly? To = null)
{
    public const string RangeParameter = "range";
    public const string FromParameter = "from";
    public const string ToParameter = "to";

    private const string DateFormat = "yyyy-MM-dd";

    private static readonly (RangeKind Kind, string Text)[] _texts =
    [
        (RangeKind.Realtime, "realtime"),
        (RangeKind.Today, "today"),
        (RangeKind.Yesterday, "yesterday"),
        (RangeKind.Last7Days, "7d"),
        (RangeKind.Last30Days, "30d"),
        (RangeKind.Last90Days, "90d"),
        (RangeKind.ThisWeek, "week"),
        (RangeKind.LastWeek, "lastweek"),
        (RangeKind.ThisMonth, "month"),
        (RangeKind.LastMonth, "lastmonth"),
        (RangeKind.ThisYear, "year"),
        (RangeKind.LastYear, "lastyear"),
        (RangeKind.Last12Months, "12mo"),
        (RangeKind.All, "all"),
        (RangeKind.Custom, "custom"),
    ];

    public static RangeChoice Default { get; } = new(RangeKind.Last30Days);

    /// <summary>The value of <see cref="RangeParameter"/>.</summary>
    public string Text => Array.Find(_texts, entry => entry.Kind == Kind).Text;

    /// <summary>The value of <see cref="FromParameter"/>; null where there is none.</summary>
    public string? FromText => From?.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The value of <see cref="ToParameter"/>; null where there is none.</summary>
    public string? ToText => To?.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads the three query parameters.</summary>
    public static RangeChoice Parse(string? range, string? from, string? to)
    {
        var known = Array.Find(_texts, entry => entry.Text == range);
        if (known.Text is null)
        {
            return Default;
        }

        if (known.Kind != RangeKind.Custom)
        {
            return new RangeChoice(known.Kind);
        }

        return ParseDate(from) is { } first && ParseDate(to) is { } last && first <= last
            ? new RangeChoice(RangeKind.Custom, first, last)
            : Default;
    }

    /// <inheritdoc cref="StatsRange.Resolve"/>
    public StatsRange Resolve(TimeZoneInfo zone, DateTimeOffset now, DateOnly? firstVisit = null, Interval? interval = null) =>
        StatsRange.Resolve(Kind, From, To, zone, now, firstVisit, interval);

    private static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
