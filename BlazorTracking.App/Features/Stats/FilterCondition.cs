using System.Linq.Expressions;
using LinqToDB;

namespace BlazorTracking.Features.Stats;

/// <summary>What a filter asks of a value, for a query and in memory.</summary>
internal static class FilterCondition
{
    public static bool IsNegative(this VisitFilter filter) => filter.Operator is FilterOperator.IsNot or FilterOperator.DoesNotContain;

    /// <summary>Whether the filter lets the value through.</summary>
    public static bool Accepts(this VisitFilter filter, string value)
    {
        var matches = filter.Operator switch
        {
            FilterOperator.Is or FilterOperator.IsNot => filter.Values.Contains(value, StringComparer.Ordinal),
            FilterOperator.Matches => filter.Values.Any(pattern => TextPattern.Accepts(pattern, value)),
            _ => filter.Values.Any(part => value.Contains(part, StringComparison.Ordinal)),
        };
        return matches != filter.IsNegative();
    }

    /// <summary>The same as <see cref="Accepts"/>, for a query.</summary>
    public static Expression<Func<string, bool>> Condition(this VisitFilter filter) =>
        filter.IsNegative() ? filter.PositiveCondition().Not() : filter.PositiveCondition();

    /// <summary>That the value equals or contains one of the filter's, whether the filter wants or rejects it.</summary>
    public static Expression<Func<string, bool>> PositiveCondition(this VisitFilter filter) => filter.Values
        .Select(value => filter.Operator switch
        {
            FilterOperator.Is or FilterOperator.IsNot => Equal(value),
            FilterOperator.Matches => TextPattern.Condition(value),
            _ => Containing(value),
        })
        .Aggregate(ExpressionComposition.Or);

    // A captured variable becomes a parameter of the query, whatever a visitor or a link put into it. No text of a visit
    // ends in a blank, but SQL Server's comparison would find those that are the same without it.
    private static Expression<Func<string, bool>> Equal(string wanted) =>
        wanted.EndsWith(' ') ? value => false : value => value == wanted;

    // Every text contains the empty one, but not every engine's search finds it there. LIKE would ignore case in SQLite.
    private static Expression<Func<string, bool>> Containing(string part) =>
        part.Length == 0 ? value => true : value => Sql.CharIndex(part, value) > 0;
}
