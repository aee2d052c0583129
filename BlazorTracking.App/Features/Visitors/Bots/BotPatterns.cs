using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BlazorTracking.Features.Visitors.Patterns;
using BlazorTracking.Operation;

namespace BlazorTracking.Features.Visitors.Bots;

/// <summary>
/// A list of patterns, of which most are plain words: those are searched all at once, the others one by one.
/// </summary>
internal sealed class BotPatterns
{
    private readonly SearchValues<string> _words;
    private readonly FilteredRegex[] _expressions;

    public BotPatterns(IEnumerable<string> patterns, bool ignoreCase)
    {
        var words = new List<string>();
        var expressions = new List<FilteredRegex>();
        foreach (var pattern in patterns)
        {
            if (ToWord(pattern) is { } word)
            {
                words.Add(word);
            }
            else
            {
                expressions.Add(new FilteredRegex(pattern, ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
            }
        }

        _words = SearchValues.Create([.. words], ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        _expressions = [.. expressions];
    }

    /// <summary>https://github.com/monperrus/crawler-user-agents: case-sensitive.</summary>
    public static BotPatterns LoadCrawlers()
    {
        using var stream = EmbeddedFile.Open("crawler-user-agents/crawler-user-agents.json");
        using var json = JsonDocument.Parse(stream);
        return new BotPatterns([.. json.RootElement.EnumerateArray().Select(bot => bot.GetProperty("pattern").GetString()!)], ignoreCase: false);
    }

    /// <summary>https://github.com/omrilotan/isbot: case does not matter.</summary>
    public static BotPatterns LoadIsBot()
    {
        using var stream = EmbeddedFile.Open("isbot/patterns.json");
        return new BotPatterns(JsonSerializer.Deserialize<string[]>(stream)!, ignoreCase: true);
    }

    /// <summary>
    /// Whether one of the patterns is in the agent. An agent that keeps an expression busy for a second was made to do so,
    /// and counts as found.
    /// </summary>
    public bool IsMatch(string userAgent)
    {
        try
        {
            return userAgent.AsSpan().ContainsAny(_words) || Array.Exists(_expressions, expression => expression.IsMatch(userAgent));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <returns>The pattern as the word it stands for, or null where it is more than a word.</returns>
    internal static string? ToWord(string pattern)
    {
        var word = new StringBuilder(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            var unit = pattern[at];
            if (unit == '\\' && at + 1 < pattern.Length && !char.IsAsciiLetterOrDigit(pattern[at + 1]))
            {
                word.Append(pattern[++at]);
            }
            else if (@"\^$.|?*+()[]{}".Contains(unit, StringComparison.Ordinal))
            {
                return null;
            }
            else
            {
                word.Append(unit);
            }
        }

        return word.ToString();
    }
}
