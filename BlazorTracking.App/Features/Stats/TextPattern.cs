using System.Linq.Expressions;
using LinqToDB;

namespace BlazorTracking.Features.Stats;

/// <summary>A text in which <c>*</c> stands for any characters, also for none. Compared like every text: case counts.</summary>
internal static class TextPattern
{
    public const char Any = '*';

    /// <summary>More make no sense, and a query grows with them.</summary>
    public const int MostAny = 5;

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

    /// <summary>The same as <see cref="Accepts"/>, for a query. Lengths are the engine's own, whatever it counts in.</summary>
    public static Expression<Func<string, bool>> Condition(string pattern)
    {
        var parts = pattern.Split(Any);
        if (parts.Length == 1)
        {
            return value => value == pattern;
        }

        var (first, last) = (parts[0], parts[^1]);
        var condition = Ends(first, last);
        Expression<Func<string, string>> rest = value => Sql.Substring(value, Sql.Length(first) + 1, Sql.Length(value) - Sql.Length(first) - Sql.Length(last))!;
        foreach (var part in parts[1..^1].Where(part => part.Length > 0))
        {
            condition = condition.And(rest.Then(text => Sql.CharIndex(part, text) > 0));
            rest = rest.Then(text => Sql.Substring(text, Sql.CharIndex(part, text) + Sql.Length(part), Sql.Length(text))!);
        }

        return condition;
    }

    // LIKE would ignore case in SQLite. What begins and ends so must be long enough for both.
    private static Expression<Func<string, bool>> Ends(string first, string last) => (first.Length, last.Length) switch
    {
        (0, 0) => value => true,
        (_, 0) => value => Sql.CharIndex(first, value) == 1,
        (0, _) => value => Sql.Length(value) >= Sql.Length(last) && Sql.Substring(value, Sql.Length(value) - Sql.Length(last) + 1, Sql.Length(last)) == last,
        _ => value => Sql.CharIndex(first, value) == 1
            && Sql.Length(value) >= Sql.Length(first) + Sql.Length(last)
            && Sql.Substring(value, Sql.Length(value) - Sql.Length(last) + 1, Sql.Length(last)) == last,
    };
}
