using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// Puts instants into intervals that were computed from the site's calendar. Runs of equally long intervals are one
/// piece of integer arithmetic, pieces are told apart by comparisons: the same on every engine, and short, as a month of
/// days is one run, or three where the clock changes in it.
/// </summary>
/// <param name="boundaries">Where the intervals begin, ascending, then where the last one ends.</param>
internal sealed class ChartBuckets(IReadOnlyList<long> boundaries)
{
    private readonly List<Run> _runs = Runs(boundaries);

    public int Count => boundaries.Count - 1;

    /// <summary>In a query: the number of the interval that holds the instant. The instant must be in one of them.</summary>
    public Expression<Func<Visit, long>> Number(Expression<Func<Visit, long>> instant) =>
        Expression.Lambda<Func<Visit, long>>(Search(instant, 0, _runs.Count), instant.Parameters);

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

    private static List<Run> Runs(IReadOnlyList<long> boundaries)
    {
        var runs = new List<Run>();
        for (var number = 0; number < boundaries.Count - 1; number++)
        {
            var length = boundaries[number + 1] - boundaries[number];
            if (runs.Count == 0 || runs[^1].Length != length)
            {
                runs.Add(new Run(number, boundaries[number], length));
            }
        }

        return runs;
    }

    private Expression Search(Expression<Func<Visit, long>> instant, int first, int end)
    {
        if (end - first == 1)
        {
            return instant.Then(_runs[first].Number).Body;
        }

        var middle = (first + end) / 2;
        return Expression.Condition(
            instant.Then(_runs[middle].Follows).Body,
            Search(instant, first, middle),
            Search(instant, middle, end));
    }

    // Captured variables become parameters: one translated query serves every day and zone.
    private sealed record Run(int First, long From, long Length)
    {
        public Expression<Func<long, long>> Number
        {
            get
            {
                var (zeroth, length) = (From - (First * Length), Length);
                return instant => SqlNumber.Quotient(instant - zeroth, length);
            }
        }

        public Expression<Func<long, bool>> Follows
        {
            get
            {
                var from = From;
                return instant => instant < from;
            }
        }
    }
}
