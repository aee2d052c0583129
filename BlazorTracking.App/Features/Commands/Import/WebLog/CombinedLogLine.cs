using System.Globalization;

namespace BlazorTracking.Features.Commands.Import.WebLog;

/// <summary>
/// A line of a web server's log in the combined format, as Apache and nginx write it by default:
/// <c>address identity user [time] "request" status bytes "referrer" "agent"</c>. What may follow is not read.
/// httpd.apache.org/docs/current/logs.html#combined
/// </summary>
/// <param name="Client">An address, or a host's name.</param>
/// <param name="Time">When the request came.</param>
/// <param name="Request">The request line: method, target and protocol.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="Referrer">Empty for none.</param>
/// <param name="UserAgent">Empty for none.</param>
internal sealed record CombinedLogLine(string Client, DateTimeOffset Time, string Request, int Status, string Referrer, string UserAgent)
{
    private const string TimeFormat = "dd/MMM/yyyy:HH:mm:ss zzz";

    /// <summary>The line's parts, or null where it is not of that format.</summary>
    public static CombinedLogLine? Read(string line)
    {
        var client = line.IndexOf(' ', StringComparison.Ordinal);
        var open = line.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : line.IndexOf(']', open);
        if (client <= 0 || close < 0 || open < client
            || !DateTimeOffset.TryParseExact(WithColon(line[(open + 1)..close]), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var at = close + 1;
        if (TakeQuoted(line, ref at) is not { } request
            || TakeWord(line, ref at) is not { } status || !int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || TakeWord(line, ref at) is null
            || TakeQuoted(line, ref at) is not { } referrer
            || TakeQuoted(line, ref at) is not { } agent)
        {
            return null;
        }

        return new CombinedLogLine(line[..client], time, request, code, Known(referrer), Known(agent));
    }

    // "+0200", for which .NET has no format.
    private static string WithColon(string time) => time.Length > 5 ? $"{time[..^2]}:{time[^2..]}" : time;

    private static string Known(string text) => text == "-" ? "" : text;

    private static string? TakeWord(string line, ref int at)
    {
        if (at >= line.Length || line[at] != ' ')
        {
            return null;
        }

        var begin = at + 1;
        var end = line.IndexOf(' ', begin);
        at = end < 0 ? line.Length : end;
        return at > begin ? line[begin..at] : null;
    }

    // Servers put a backslash before a quotation mark and a backslash, and write other odd bytes as \xHH, which stays as it is.
    private static string? TakeQuoted(string line, ref int at)
    {
        if (at + 1 >= line.Length || line[at] != ' ' || line[at + 1] != '"')
        {
            return null;
        }

        var begin = at + 2;
        for (var end = begin; end < line.Length; end++)
        {
            if (line[end] == '\\')
            {
                end++;
            }
            else if (line[end] == '"')
            {
                at = end + 1;
                return line[begin..end].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
            }
        }

        return null;
    }
}
