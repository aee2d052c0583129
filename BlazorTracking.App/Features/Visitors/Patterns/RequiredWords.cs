using System.Text;

namespace BlazorTracking.Features.Visitors.Patterns;

/// <summary>
/// Finds, in an expression, words of which at least one is in every text that it matches: <c>(Chrome|CriOS)/(\d+)</c>
/// needs "Chrome" or "CriOS". Looking for words is many times faster than running the expression.
/// </summary>
internal sealed class RequiredWords
{
    private const int MaximumWords = 256;

    private readonly string _pattern;
    private int _at;

    private RequiredWords(string pattern) => _pattern = pattern;

    private bool IsAtEnd => _at >= _pattern.Length;

    /// <returns>The words, or null where the expression needs none or is not understood.</returns>
    public static string[]? Of(string pattern)
    {
        try
        {
            var words = new RequiredWords(pattern);
            var found = words.ReadAlternatives();
            return words.IsAtEnd ? found : null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    // One branch without a word, and none is required.
    private string[]? ReadAlternatives()
    {
        var branches = new List<string[]?> { ReadSequence() };
        while (!IsAtEnd && _pattern[_at] == '|')
        {
            _at++;
            branches.Add(ReadSequence());
        }

        var words = branches.SelectMany(branch => branch ?? []).Distinct(StringComparer.Ordinal).ToArray();
        return branches.Contains(null) || words.Length > MaximumWords ? null : words;
    }

    private string[]? ReadSequence()
    {
        string[]? best = null;
        var run = new StringBuilder();
        while (!IsAtEnd && _pattern[_at] is not ('|' or ')'))
        {
            var (literal, words) = ReadAtom();
            var (minimum, isRepeated) = ReadQuantifier();
            if (literal is { } unit && minimum > 0)
            {
                run.Append(unit);
                if (!isRepeated)
                {
                    continue;
                }
            }

            best = Better(best, Take(run));
            best = minimum > 0 ? Better(best, words) : best;
        }

        return Better(best, Take(run));
    }

    private static string[]? Take(StringBuilder run)
    {
        string[]? words = run.Length == 0 ? null : [run.ToString()];
        run.Clear();
        return words;
    }

    // The longer its shortest word, the rarer a text that has one.
    private static string[]? Better(string[]? one, string[]? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        return other.Min(word => word.Length) > one.Min(word => word.Length) ? other : one;
    }

    private (char? Literal, string[]? Words) ReadAtom()
    {
        var unit = _pattern[_at++];
        switch (unit)
        {
            case '\\':
                var escaped = _pattern[_at++];
                return char.IsAsciiLetterOrDigit(escaped) ? (null, null) : (escaped, null);
            case '[':
                SkipClass();
                return (null, null);
            case '(':
                return (null, ReadGroup());
            case '.' or '^' or '$':
                return (null, null);
            default:
                return (unit, null);
        }
    }

    private string[]? ReadGroup()
    {
        var isLook = false;
        if (_pattern[_at] == '?')
        {
            var kind = _pattern.AsSpan(_at + 1);
            isLook = kind.StartsWith("=") || kind.StartsWith("!") || kind.StartsWith("<=") || kind.StartsWith("<!");
            if (!isLook && !kind.StartsWith(":"))
            {
                throw new NotSupportedException("Only plain groups and look-arounds are understood.");
            }

            _at += kind[0] == '<' ? 3 : 2;
        }

        var words = ReadAlternatives();
        _at++;
        return isLook ? null : words;
    }

    private void SkipClass()
    {
        // A bracket that comes first is a member.
        _at += _pattern[_at] == '^' ? 2 : 1;
        while (_pattern[_at] != ']')
        {
            _at += _pattern[_at] == '\\' ? 2 : 1;
        }

        _at++;
    }

    private (int Minimum, bool IsRepeated) ReadQuantifier()
    {
        var quantifier = IsAtEnd ? ' ' : _pattern[_at];
        if (quantifier is not ('*' or '+' or '?' or '{'))
        {
            return (1, false);
        }

        var from = _at++;
        if (quantifier == '{')
        {
            _at = _pattern.IndexOf('}', from) + 1;
        }

        // Lazy or not, what is required is the same.
        if (!IsAtEnd && _pattern[_at] == '?')
        {
            _at++;
        }

        var minimum = quantifier switch
        {
            '+' => 1,
            '{' => _pattern[from + 1] - '0',
            _ => 0,
        };
        return (minimum, IsRepeated: true);
    }
}
