using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>Who met goals. One pass over the view's visits, and one more for each goal.</summary>
internal static class ConversionsQuery
{
    public static async Task<Conversions> ReadConversionsAsync(
        this IQueryable<Visit> all, StatsQuery query, IReadOnlyList<VisitCondition> goals, CancellationToken cancellationToken)
    {
        var visits = new VisitSelection(query, long.MaxValue).Visits(all);
        var everyone = await CountAsync(visits, cancellationToken);
        var conversions = new List<Conversion>(goals.Count);
        foreach (var goal in goals)
        {
            var texts = query.Filters.SelectMany(filter => filter.Values).Append(goal.Text);
            conversions.Add(await CountAsync(visits.Where(TextShape.Of(texts)).Where(goal.Condition()), cancellationToken));
        }

        return new Conversions(everyone.Visitors, conversions);
    }

    private static async Task<Conversion> CountAsync(IQueryable<Visit> visits, CancellationToken cancellationToken)
    {
        var counts = await visits.GroupBy(_ => 0L)
            .Select(group => new { Visitors = group.Select(visit => visit.VisitorId).Distinct().LongCount(), Visits = group.LongCount() })
            .FirstOrDefaultAsync(cancellationToken);
        return counts is null ? new Conversion(0, 0) : new Conversion(counts.Visitors, counts.Visits);
    }
}
