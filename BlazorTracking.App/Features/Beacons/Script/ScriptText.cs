using System.Text.RegularExpressions;

namespace BlazorTracking.Features.Beacons.Script;

/// <summary>
/// Takes from the tracking script what only its readers need: comments, and the spaces that separate nothing. Not for
/// any script: it relies on comments on lines of their own, on semicolons, on strings in single quotes, and on regular
/// expressions without spaces.
/// </summary>
public static partial class ScriptText
{
    public static string Compact(string source)
    {
        var code = string.Join('\n', source.ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
        return StringOrPunctuation.Replace(code, static match => match.Groups["mark"] is { Success: true } mark ? mark.Value : match.Value)
            .Replace(";}", "}", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"'[^'\n]*'|\s*(?<mark>[={}()+*<>,:?&|!;]+)\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StringOrPunctuation { get; }
}
