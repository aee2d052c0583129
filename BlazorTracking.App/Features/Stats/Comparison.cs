using System.Diagnostics;
using System.Globalization;

namespace BlazorTracking.Features.Stats;

public enum ComparisonKind
{
    None,

    /// <summary>The range just before.</summary>
    Previous,

    /// <summary>The same days a year earlier.</summary>
    YearBefore,

    /// <summary>From one named day to another, both included.</summary>
    Custom,
}

/// <summary>
/// What a range is compared with, as a page's URL says it: <c>compare=none|year</c> or
/// <c>compare=2026-11-01..2026-11-23</c>. What is missing or cannot be read is the range before.
/// </summary>
public sealed record Comparison(ComparisonKind Kind, DateOnly? First = null, DateOnly? Last = null)
{
    public const string Parameter = "compare";

    private const string NoneText = "none";
    private const string YearText = "year";
    private const string Separator = "..";
    private const string DateFormat = "yyyy-MM-dd";

    public static Comparison None { get; } = new(ComparisonKind.None);

    public static Comparison Previous { get; } = new(ComparisonKind.Previous);

    public static Comparison YearBefore { get; } = new(ComparisonKind.YearBefore);

    /// <summary>The value of <see cref="Parameter"/>; null for the range before, which is not written.</summary>
    public string? Text => Kind switch
    {
        ComparisonKind.None => NoneText,
        ComparisonKind.YearBefore => YearText,
        ComparisonKind.Custom => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd}{Separator}{Last:yyyy-MM-dd}"),
        _ => null,
    };

    public static Comparison Custom(DateOnly first, DateOnly last) => new(ComparisonKind.Custom, first, last);

    /// <summary>Reads the query parameter.</summary>
    public static Comparison Parse(string? text) => text switch
    {
        NoneText => None,
        YearText => YearBefore,
        _ when text?.Split(Separator) is [var from, var to] && ParseDate(from) is { } first && ParseDate(to) is { } last && first <= last && first >= StatsRange.Earliest
            => Custom(first, last),
        _ => Previous,
    };

    /// <summary>The range that the given one is compared with at <paramref name="now"/>; null where there is none.</summary>
    public StatsRange? With(StatsRange range, DateTimeOffset now) => Kind switch
    {
        ComparisonKind.None => null,
        ComparisonKind.Previous => range.Previous(now),
        ComparisonKind.YearBefore => range.YearBefore(now),
        ComparisonKind.Custom => range.Others(First!.Value, Last!.Value),
        _ => throw new UnreachableException(),
    };

    private static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
