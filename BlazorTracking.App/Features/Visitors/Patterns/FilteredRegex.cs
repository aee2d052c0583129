using System.Buffers;
using System.Text.RegularExpressions;

namespace BlazorTracking.Features.Visitors.Patterns;

/// <summary>
/// An expression from a public list, to be run on text from anybody: built when it is first needed, and run only on texts
/// that hold one of the words without which it cannot match.
/// </summary>
internal sealed class FilteredRegex
{
    // Far above what a healthy match takes, for it is a wall clock's second: on a busy machine a thread may wait.
    private static readonly TimeSpan _matchTimeout = TimeSpan.FromSeconds(1);

    private readonly SearchValues<string>? _words;
    private readonly Lazy<Regex> _regex;

    public FilteredRegex(string pattern, RegexOptions options = RegexOptions.None)
    {
        var comparison = options.HasFlag(RegexOptions.IgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _words = RequiredWords.Of(pattern) is { } words ? SearchValues.Create([.. words], comparison) : null;
        _regex = new Lazy<Regex>(() => new Regex(pattern, options | RegexOptions.CultureInvariant, _matchTimeout));
    }

    /// <summary>False for an expression that would have to run on every text.</summary>
    public bool IsFiltered => _words is not null;

    /// <exception cref="RegexMatchTimeoutException">The text was made to keep the expression busy.</exception>
    public bool IsMatch(string text) => MayMatch(text) && _regex.Value.IsMatch(text);

    /// <returns>Null where the expression does not match.</returns>
    /// <exception cref="RegexMatchTimeoutException">The text was made to keep the expression busy.</exception>
    public Match? Match(string text) => MayMatch(text) && _regex.Value.Match(text) is { Success: true } match ? match : null;

    private bool MayMatch(string text) => _words is null || text.AsSpan().ContainsAny(_words);
}
