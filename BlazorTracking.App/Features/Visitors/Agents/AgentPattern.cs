using System.Text.RegularExpressions;
using BlazorTracking.Features.Visitors.Patterns;

namespace BlazorTracking.Features.Visitors.Agents;

/// <summary>What a pattern found: a family ("Chrome Mobile", "Mac OS X") and the first two parts of its version.</summary>
internal readonly record struct AgentMatch(string Family, string Major, string Minor);

/// <summary>
/// One entry of uap-core: an expression, and replacements for the parts it captures.
/// </summary>
/// <param name="expression">Case-sensitive, not anchored.</param>
/// <param name="family">Replacement for the first group, in which <c>$1</c> stands for it; null: the group itself.</param>
/// <param name="major">The same for the second group and <c>$2</c>.</param>
/// <param name="minor">The same for the third group and <c>$3</c>.</param>
internal sealed class AgentPattern(string expression, string? family, string? major, string? minor)
{
    private readonly FilteredRegex _regex = new(expression);

    public bool IsFiltered => _regex.IsFiltered;

    public AgentMatch? Match(string userAgent) => _regex.Match(userAgent) is { } match
        ? new AgentMatch(Part(match, 1, family), Part(match, 2, major), Part(match, 3, minor))
        : null;

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
