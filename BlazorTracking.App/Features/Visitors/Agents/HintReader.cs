namespace BlazorTracking.Features.Visitors.Agents;

/// <summary>Reads the structured headers of client hints (RFC 9651), as far as browsers use them.</summary>
internal static class HintReader
{
    /// <summary>
    /// The browser among the brands: <c>"Chromium";v="128", "Not;A=Brand";v="24", "Google Chrome";v="128"</c> says Chrome 128.
    /// </summary>
    /// <returns>Null when the list holds no known browser.</returns>
    public static (string Name, string Version)? Browser(string? brands)
    {
        var rest = brands.AsSpan();
        while (TryReadString(ref rest, out var brand))
        {
            var version = "";
            if (rest.StartsWith(";v=", StringComparison.OrdinalIgnoreCase))
            {
                TryReadString(ref rest, out version);
            }

            if (AgentNames.Brand(brand) is { } name)
            {
                return (name, version);
            }
        }

        return null;
    }

    /// <returns>The content of a quoted string; empty for anything else.</returns>
    public static string Text(string? value)
    {
        var rest = value.AsSpan();
        return TryReadString(ref rest, out var text) ? text : "";
    }

    // A made-up brand may hold escaped quotes and separators: they must not end its string.
    private static bool TryReadString(ref ReadOnlySpan<char> rest, out string text)
    {
        text = "";
        var start = rest.IndexOf('"');
        if (start < 0)
        {
            return false;
        }

        for (var end = start + 1; end < rest.Length; end++)
        {
            if (rest[end] == '\\')
            {
                end++;
            }
            else if (rest[end] == '"')
            {
                text = rest[(start + 1)..end].ToString();
                rest = rest[(end + 1)..];
                return true;
            }
        }

        return false;
    }
}
