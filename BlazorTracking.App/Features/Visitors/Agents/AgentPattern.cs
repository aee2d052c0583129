using System.Text.RegularExpressions;

namespace BlazorTracking.Features.Visitors.Agents;

/// <summary>What a pattern found: a family ("Chrome Mobile", "Mac OS X") and the first two parts of its version.</summary>
internal readonly record struct AgentMatch(string Family, string Major, string Minor);

/// <summary>
/// One entry of uap-core: an expression, and replacements for the parts it captures. The expression is built when it is
/// first tried: most agents are decided before the list's end.
/// </summary>
/// <param name="expression">Case-sensitive, not anchored.</param>
/// <param name="family">Replacement for the first group, in which <c>$1</c> stands for it; null: the group itself.</param>
/// <param name="major">The same for the second group and <c>$2</c>.</param>
/// <param name="minor">The same for the third group and <c>$3</c>.</param>
internal sealed class AgentPattern(string expression, string? family, string? major, string? minor)
{
    // Every pattern of the two lists in use can be run without backtracking: time is linear in the agent's length.
    private readonly Lazy<Regex> _regex = new(() => new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));

    public AgentMatch? Match(string userAgent)
    {
        var match = _regex.Value.Match(userAgent);
        return match.Success
            ? new AgentMatch(Part(match, 1, family), Part(match, 2, major), Part(match, 3, minor))
            : null;
    }

    private static string Part(Match match, int group, string? replacement)
    {
        if (replacement is null)
        {
            return match.Groups[group].Value.Trim();
        }

        return replacement.Contains('$', StringComparison.Ordinal)
            ? replacement.Replace($"${group}", match.Groups[group].Value, StringComparison.Ordinal).Trim()
            : replacement;
    }
}
