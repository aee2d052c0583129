using System.Text.RegularExpressions;

namespace BlazorTracking.Shell;

/// <summary>A rule of a stylesheet: declarations for some selectors, or an at-rule with what it holds.</summary>
/// <param name="Prelude">What stands before the block.</param>
/// <param name="Block">What stands in it.</param>
internal sealed partial record CssRule(string Prelude, string Block)
{
    /// <summary>The rules of a stylesheet as minifiers write it: no braces in strings or comments, no at-rules without a block.</summary>
    /// <exception cref="FormatException">A block is not closed.</exception>
    public static IEnumerable<CssRule> Read(string css)
    {
        css = Comment().Replace(css, "");
        for (var start = 0; css.IndexOf('{', start) is var open and >= 0;)
        {
            var end = End(css, open);
            yield return new CssRule(css[start..open].Trim(), css[(open + 1)..end]);
            start = end + 1;
        }
    }

    /// <summary>For the selectors that <paramref name="isKept"/> takes; null if nothing is left.</summary>
    public CssRule? Where(Func<string, bool> isKept)
    {
        if (Prelude.StartsWith("@media", StringComparison.Ordinal))
        {
            var block = string.Concat(Read(Block).Select(rule => rule.Where(isKept)).OfType<CssRule>());
            return block.Length > 0 ? this with { Block = block } : null;
        }

        if (Prelude.StartsWith('@'))
        {
            return this;
        }

        var selectors = string.Join(',', Selector().Matches(Prelude).Select(selector => selector.Value).Where(isKept));
        return selectors.Length > 0 ? this with { Prelude = selectors } : null;
    }

    public override string ToString() => $"{Prelude}{{{Block}}}";

    private static int End(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"The block that opens at character {open} of the stylesheet is not closed.");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    /// <summary>Ends at a comma, but not at one within <c>:not(…)</c> and its like.</summary>
    [GeneratedRegex(@"(?:[^,(]|\([^)]*\))+", RegexOptions.NonBacktracking)]
    private static partial Regex Selector();
}
