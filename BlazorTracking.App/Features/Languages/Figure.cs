using System.Globalization;

namespace BlazorTracking.Features.Languages;

/// <summary>Numbers as people read them, in the page's culture. Short enough for a tile or a column at any size.</summary>
public static class Figure
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    private const char Minus = '\u2212';
    private const long LargestWritten = 9_999_999;

    /// <summary>Every digit up to seven of them, then three digits and a unit: "41,287", "12.3M".</summary>
    public static string Count(long value) =>
        Math.Abs(value) <= LargestWritten ? value.ToString("N0", CultureInfo.CurrentCulture) : Brief(value);

    /// <summary>At most three digits and a unit: "950", "1.25k", "12.5M".</summary>
    public static string Brief(double value) => Math.Abs(value) switch
    {
        >= 1e12 => LanguagesText.Trillions.With(Trimmed(value / 1e12)),
        >= 1e9 => LanguagesText.Billions.With(Trimmed(value / 1e9)),
        >= 1e6 => LanguagesText.Millions.With(Trimmed(value / 1e6)),
        >= 1e3 => LanguagesText.Thousands.With(Trimmed(value / 1e3)),
        _ => Trimmed(value),
    };

    /// <summary>A share between 0 and 1: whole per cent from ten on, one decimal below, "&lt;0.1%" for what is nearly nothing.</summary>
    public static string Share(double share) => share switch
    {
        <= 0 => Percent(0, 0),
        < 0.001 => "<" + Percent(0.001, 1),
        < 0.0995 => Percent(share, 1),
        _ => Percent(share, 0),
    };

    /// <summary>A share in per cent: 0.125 with one decimal is "12.5%".</summary>
    public static string Percent(double share, int decimals) =>
        Unbroken(share.ToString(string.Create(CultureInfo.InvariantCulture, $"P{decimals}"), CultureInfo.CurrentCulture));

    /// <summary>A ratio such as page views a session, with two decimals.</summary>
    public static string Ratio(double value) => value.ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>A span of milliseconds in its two largest units: "41s", "2m 41s", "1h 02m".</summary>
    public static string Duration(double milliseconds)
    {
        var span = TimeSpan.FromSeconds(Math.Round(milliseconds / 1000, MidpointRounding.AwayFromZero));
        return span switch
        {
            { TotalHours: >= 1 } => LanguagesText.Hours.With((long)span.TotalHours, span.Minutes),
            { TotalMinutes: >= 1 } => LanguagesText.Minutes.With(span.Minutes, span.Seconds),
            _ => LanguagesText.Seconds.With(span.Seconds),
        };
    }

    /// <summary>A span of milliseconds in one unit: "0", "30s", "1.25m", "2h".</summary>
    public static string BriefDuration(double milliseconds) => milliseconds switch
    {
        0 => "0",
        < 60_000 => LanguagesText.Seconds.With(Trimmed(milliseconds / 1000)),
        < 3_600_000 => LanguagesText.BriefMinutes.With(Trimmed(milliseconds / 60_000)),
        _ => LanguagesText.BriefHours.With(Trimmed(milliseconds / 3_600_000)),
    };

    /// <summary>A relative change such as 0.124: "+12.4%".</summary>
    public static string Change(double change) => Math.Abs(change) >= 10 ? Signed(change, "P0") : Signed(change, "P1");

    /// <summary>A relative change in whole per cent: "+12%", "±0%".</summary>
    public static string BriefChange(double change) => Math.Abs(change) < 0.005 ? "±" + Percent(0, 0) : Signed(change, "P0");

    /// <summary>A difference of two shares in percentage points: "−2.0 pt".</summary>
    public static string Points(double difference) => LanguagesText.Points.With(Signed(difference * 100, "0.0"));

    private static string Signed(double value, string format)
    {
        var text = Unbroken(Math.Abs(value).ToString(format, CultureInfo.CurrentCulture));
        var isZero = text.All(letter => !char.IsDigit(letter) || letter == '0');
        return isZero ? text : (value < 0 ? Minus : '+') + text;
    }

    // The culture's space before the per cent sign may end a line.
    private static string Unbroken(string number) => number.Replace(' ', '\u00a0');

    // As many decimals as three digits leave, and none that say nothing. An axis in round steps needs no more.
    private static string Trimmed(double value) => value.ToString(
        Math.Abs(value) switch
        {
            < 10 => "0.##",
            < 100 => "0.#",
            _ => "0",
        },
        CultureInfo.CurrentCulture);
}
