namespace BlazorTracking.Features.Dashboard.Details;

/// <summary>A line of comma-separated values after RFC 4180.</summary>
public static class CsvLine
{
    private static readonly char[] _quoted = [',', '"', '\r', '\n'];

    /// <summary>
    /// The values, quoted where they must be. What a spreadsheet would take for a formula gets an apostrophe in front:
    /// the values are whatever a visitor sent.
    /// </summary>
    public static string Of(params IEnumerable<string> values) => string.Join(',', values.Select(Field));

    private static string Field(string value)
    {
        var text = value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + value : value;
        return text.IndexOfAny(_quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
