using System.Globalization;

namespace BlazorTracking.Features.Dashboard.Figures;

/// <summary>Numbers as people read them, in the page's culture. Short enough for a tile or a column at any size.</summary>
public static class Figure
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    private const char Minus = '\u2212';
    private const long LargestWritten = 9_999_999;

    private static readonly (double Size, string Suffix)[] _units = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")];

    /// <summary>Every digit up to seven of them, then millions with one decimal: "41,287", "12.3M".</summary>
    public static string Count(long value) =>
        Math.Abs(value) <= LargestWritten ? value.ToString("N0", CultureInfo.CurrentCulture) : Brief(value);

    /// <summary>At most four characters: "950", "2.5k", "12M".</summary>
    public static string Brief(double value)
    {
        foreach (var (size, suffix) in _units)
        {
            if (Math.Abs(value) >= size)
            {
                return Trimmed(value / size) + suffix;
            }
        }

        return Trimmed(value);
    }

    /// <summary>A share between 0 and 1: whole per cent from ten on, one decimal below, "&lt;0.1%" for what is nearly nothing.</summary>
    public static string Share(double share)
    {
        var percent = share * 100;
        return percent switch
        {
            <= 0 => "0%",
            < 0.1 => "<" + (0.1).ToString("0.0", CultureInfo.CurrentCulture) + "%",
            < 9.95 => percent.ToString("0.0", CultureInfo.CurrentCulture) + "%",
            _ => percent.ToString("0", CultureInfo.CurrentCulture) + "%",
        };
    }

    /// <summary>A ratio such as page views a session, with two decimals.</summary>
    public static string Ratio(double value) => value.ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>A span of milliseconds in its two largest units: "41s", "2m 41s", "1h 02m".</summary>
    public static string Duration(double milliseconds)
    {
        var span = TimeSpan.FromSeconds(Math.Round(milliseconds / 1000, MidpointRounding.AwayFromZero));
        return span switch
        {
            { TotalHours: >= 1 } => $"{(long)span.TotalHours}h {span.Minutes:00}m",
            { TotalMinutes: >= 1 } => $"{span.Minutes}m {span.Seconds:00}s",
            _ => $"{span.Seconds}s",
        };
    }

    /// <summary>A relative change such as 0.124: "+12.4%".</summary>
    public static string Change(double change) => Math.Abs(change) >= 10
        ? Signed(change * 100, "N0") + "%"
        : Signed(change * 100, "0.0") + "%";

    /// <summary>A difference of two shares in percentage points: "−2.0 pt".</summary>
    public static string Points(double difference) => Signed(difference * 100, "0.0") + " pt";

    private static string Signed(double value, string format)
    {
        var digits = Math.Abs(value).ToString(format, CultureInfo.CurrentCulture);
        var isZero = digits.All(digit => digit is '0' or '.' or ',');
        return isZero ? digits : (value < 0 ? Minus : '+') + digits;
    }

    private static string Trimmed(double value) =>
        value.ToString(Math.Abs(value) < 100 ? "0.#" : "0", CultureInfo.CurrentCulture);
}
