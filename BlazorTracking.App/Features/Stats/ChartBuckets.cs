using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// Numbers the intervals between instants that were computed from the site's calendar, so that every engine puts a visit
/// into the same hour, day, week or month with nothing but integer comparisons.
/// </summary>
/// <param name="boundaries">Where the intervals begin, ascending, then where the last one ends.</param>
internal sealed class ChartBuckets(IReadOnlyList<long> boundaries)
{
    public int Count => boundaries.Count - 1;

    /// <summary>The number of the interval that holds the instant, in a query: a search tree of conditions, for seven comparisons instead of a hundred.</summary>
    public Expression<Func<Visit, int>> Number(Expression<Func<Visit, long>> instant) =>
        Expression.Lambda<Func<Visit, int>>(Search(instant.Body, 0, Count), instant.Parameters);

    /// <summary>The number of the interval that holds the instant; −1 outside of all.</summary>
    public int NumberOf(long instant)
    {
        if (instant < boundaries[0] || instant >= boundaries[^1])
        {
            return -1;
        }

        var (first, end) = (0, Count);
        while (end - first > 1)
        {
            var middle = (first + end) / 2;
            (first, end) = instant < boundaries[middle] ? (first, middle) : (middle, end);
        }

        return first;
    }

    private Expression Search(Expression instant, int first, int end)
    {
        if (end - first == 1)
        {
            return Expression.Constant(first);
        }

        var middle = (first + end) / 2;
        return Expression.Condition(
            Expression.LessThan(instant, Boundary(boundaries[middle])),
            Search(instant, first, middle),
            Search(instant, middle, end));
    }

    // A captured variable, so that the boundary is a parameter and one translated query serves every day and zone.
    private static Expression Boundary(long boundary)
    {
        Expression<Func<long>> captured = () => boundary;
        return captured.Body;
    }
}
