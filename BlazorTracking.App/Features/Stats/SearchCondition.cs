using System.Linq.Expressions;
using LinqToDB;

namespace BlazorTracking.Features.Stats;

/// <summary>What a search asks of a text, for a query.</summary>
internal static class SearchCondition
{
    /// <summary>It contains the text as typed, or in lower case: what an engine's lower-casing does not know is found as typed.</summary>
    public static Expression<Func<string, bool>> Finding(string text)
    {
        var lower = text.ToLowerInvariant();
        return value => Sql.CharIndex(text, value) > 0 || Sql.CharIndex(lower, Sql.Lower(value)) > 0;
    }
}
