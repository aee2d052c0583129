using System.Linq.Expressions;
using LinqToDB;

namespace BlazorTracking.Features.Stats;

/// <summary>A text in which <c>*</c> stands for any characters, also for none. Compared like every text: case counts.</summary>
internal static class TextPattern
{
    public const char Any = '*';

    /// <summary>More make no sense, and a query grows with them.</summary>
    public const int MostAny = 5;

    /// <summary>No text of a visit is so long.</summary>
    private const int Longest = 8_000;

    // SQL Server does not count blanks at the end of a text.
    private const string Stop = ".";

    public static bool IsValid(string pattern) => pattern.Count(character => character == Any) <= MostAny;

    /// <summary>Whether the whole value is as the pattern says.</summary>
    public static bool Accepts(string pattern, string value)
    {
        var parts = pattern.Split(Any);
        if (parts.Length == 1)
        {
            return string.Equals(value, pattern, StringComparison.Ordinal);
        }

        var (first, last) = (parts[0], parts[^1]);
        if (value.Length < first.Length + last.Length || !value.StartsWith(first, StringComparison.Ordinal) || !value.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = value[first.Length..^last.Length];
        foreach (var part in parts[1..^1])
        {
            var at = rest.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return true;
    }

    /// <summary>
    /// The same as <see cref="Accepts"/>, for a query: one part after the other is taken off the value's front, and what
    /// is left must end in the last. Lengths are the engine's own, whatever it counts in, and none is ever negative, which
    /// SQL Server would take for an error, since it may look at all conditions at once.
    /// </summary>
    public static Expression<Func<string, bool>> Condition(string pattern)
    {
        var parts = pattern.Split(Any);
        if (parts.Length == 1)
        {
            // As no text of a visit ends in a blank: SQL Server would find the same without it.
            return pattern.EndsWith(' ') ? value => false : value => value == pattern;
        }

        Expression<Func<string, bool>> condition = value => true;
        Expression<Func<string, string>> rest = value => value;
        foreach (var (number, part) in parts[..^1].Index().Where(part => part.Item.Length > 0))
        {
            condition = condition.And(rest.Then(number == 0 ? BeginsWith(part) : Holds(part)));
            rest = rest.Then(number == 0 ? Behind(part) : BehindFirst(part));
        }

        return parts[^1].Length == 0 ? condition : condition.And(rest.Then(EndsIn(parts[^1])));
    }

    // LIKE would ignore case in SQLite.
    private static Expression<Func<string, bool>> BeginsWith(string part) => text => Sql.CharIndex(part, text) == 1;

    private static Expression<Func<string, bool>> Holds(string part) => text => Sql.CharIndex(part, text) > 0;

    private static Expression<Func<string, string>> Behind(string part)
    {
        var stopped = part + Stop;
        return text => SqlText.Part(text, SqlText.Length(stopped), Longest);
    }

    private static Expression<Func<string, string>> BehindFirst(string part)
    {
        var stopped = part + Stop;
        return text => SqlText.Part(text, Sql.CharIndex(part, text) + SqlText.Length(stopped) - 1, Longest);
    }

    private static Expression<Func<string, bool>> EndsIn(string part)
    {
        var stopped = part + Stop;
        return text => SqlText.Length(text) >= SqlText.Length(stopped) - 1
            && SqlText.Part(text, SqlText.Length(text) - SqlText.Length(stopped) + 2, SqlText.Length(stopped) - 1) == part;
    }
}
