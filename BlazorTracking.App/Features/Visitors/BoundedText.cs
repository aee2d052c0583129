using System.Text;

namespace BlazorTracking.Features.Visitors;

/// <summary>Text from outside, made fit for a column.</summary>
internal static class BoundedText
{
    /// <summary>
    /// Without control characters, with every lone surrogate replaced by U+FFFD, trimmed, and of at most
    /// <paramref name="maximum"/> UTF-16 units: cut before a character that would straddle the limit.
    /// </summary>
    public static string Clean(string? text, int maximum)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return Cut((IsPlain(text) ? text : Rewrite(text)).Trim(), maximum).TrimEnd();
    }

    /// <summary>At most <paramref name="maximum"/> UTF-16 units, never half a surrogate pair.</summary>
    public static string Cut(string text, int maximum)
    {
        if (text.Length <= maximum)
        {
            return text;
        }

        return char.IsHighSurrogate(text[maximum - 1]) ? text[..(maximum - 1)] : text[..maximum];
    }

    private static bool IsPlain(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsControl(unit) || char.IsSurrogate(unit))
            {
                return false;
            }
        }

        return true;
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }
}
