using System.Linq.Expressions;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>The pages before and after a page. Every page view carries the one before it, so that both are plain counts: four passes over the visits.</summary>
internal static class JourneyQuery
{
    public static async Task<Journey> ReadJourneyAsync(this IQueryable<Visit> all, StatsQuery query, string path, int limit, CancellationToken cancellationToken)
    {
        var views = new VisitSelection(query, long.MaxValue).Sessions(all).Where(visit => visit.Event == Visit.PageLoad);
        var (here, next) = (views.Where(visit => visit.Path == path), views.Where(visit => visit.PreviousPath == path));
        var before = await CountAsync(here.Where(visit => visit.PreviousPath != ""), visit => visit.PreviousPath, limit, cancellationToken);
        var after = await CountAsync(next, visit => visit.Path, limit, cancellationToken);
        var counts = await here.GroupBy(_ => 0L)
            .Select(group => new { Views = group.LongCount(), Entries = group.Sum(visit => visit.PreviousPath == "" ? 1L : 0L) })
            .FirstOrDefaultAsync(cancellationToken);
        var followed = await next.LongCountAsync(cancellationToken);

        // A view may be stored between two of the counts.
        var count = counts?.Views ?? 0;
        return new Journey(path, count, counts?.Entries ?? 0, Math.Max(0, count - followed), before, after);
    }

    private static async Task<IReadOnlyList<BreakdownRow>> CountAsync(
        IQueryable<Visit> views, Expression<Func<Visit, string>> page, int limit, CancellationToken cancellationToken)
    {
        var rows = await views.GroupBy(page)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .OrderByDescending(row => row.Count).ThenBy(row => row.Key)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new BreakdownRow(row.Key, row.Count)).Order(BreakdownOrder.Instance)];
    }
}
