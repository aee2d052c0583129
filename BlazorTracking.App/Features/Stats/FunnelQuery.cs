using System.Linq.Expressions;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// How far sessions came through the steps of a funnel. One pass over the visits, of which those that meet a step are
/// looked at here in the order of time: what is kept is a place for each session that took the first step.
/// </summary>
internal static class FunnelQuery
{
    /// <summary>The sessions that came to each step or further. They took the steps before in their order, each later than the one before.</summary>
    public static async Task<IReadOnlyList<long>> ReadFunnelAsync(
        this IQueryable<Visit> all, StatsQuery query, IReadOnlyList<VisitCondition> steps, CancellationToken cancellationToken)
    {
        var texts = query.Filters.SelectMany(filter => filter.Values).Concat(steps.Select(step => step.Text));
        var visits = new VisitSelection(query, long.MaxValue).Sessions(all).Where(TextShape.Of(texts));
        var taken = visits.Select(Steps(steps).With(visit => visit, (bits, visit) => new { visit.SessionId, visit.OccurredAt, Steps = bits }))
            .Where(visit => visit.Steps != 0)
            .OrderBy(visit => visit.OccurredAt);
        var places = new Dictionary<long, (int Steps, long At)>();
        await foreach (var visit in taken.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var place = places.GetValueOrDefault(visit.SessionId, (Steps: 0, At: long.MinValue));
            if (place.Steps < steps.Count && visit.OccurredAt > place.At && (visit.Steps & (1 << place.Steps)) != 0)
            {
                places[visit.SessionId] = (place.Steps + 1, visit.OccurredAt);
            }
        }

        var reached = new long[steps.Count];
        foreach (var (count, _) in places.Values)
        {
            for (var step = 0; step < count; step++)
            {
                reached[step]++;
            }
        }

        return reached;
    }

    // A bit for each step that the visit would be.
    private static Expression<Func<Visit, int>> Steps(IReadOnlyList<VisitCondition> steps) => steps
        .Select((step, number) =>
        {
            var bit = 1 << number;
            return step.Condition().Choose(visit => bit, 0);
        })
        .Aggregate((one, other) => one.With(other, (bits, bit) => bits + bit));
}
