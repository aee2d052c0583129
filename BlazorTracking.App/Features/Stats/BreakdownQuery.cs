using BlazorTracking.Features.Visits;
using LinqToDB;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>The most frequent values of a dimension.</summary>
internal static class BreakdownQuery
{
    /// <param name="all">The store.</param>
    /// <param name="query">Which visits.</param>
    /// <param name="dimension">Which values.</param>
    /// <param name="limit">How many rows at most.</param>
    /// <param name="totals">The totals of the same query, of which a share is.</param>
    /// <param name="before">Visits from this instant on are left out.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async Task<Breakdown> ReadBreakdownAsync(
        this IQueryable<Visit> all, StatsQuery query, Dimension dimension, int limit, StatsTotals totals, long before, CancellationToken cancellationToken)
    {
        var selection = new VisitSelection(query, before);
        if (dimension == Dimension.Property)
        {
            var properties = await all.ReadPropertiesAsync(selection, cancellationToken);
            return new Breakdown(dimension, [.. properties.Take(limit)], 0, properties.Count <= limit).OutOf(totals);
        }

        var rows = await Rows(all, selection, query.IsAdditive, dimension)
            .OrderByDescending(row => row.Count).ThenBy(row => row.Value)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var shown = rows.Take(limit).Select(row => new BreakdownRow(row.Value, row.Count));
        return new Breakdown(dimension, [.. shown.Order(BreakdownOrder.Instance)], 0, rows.Count <= limit).OutOf(totals);
    }

    /// <summary>The counts of the given values; those that are zero may be left out.</summary>
    public static async Task<IReadOnlyList<BreakdownRow>> ReadCountsAsync(
        this IQueryable<Visit> all, StatsQuery query, Dimension dimension, IReadOnlyCollection<string> values, long before, CancellationToken cancellationToken)
    {
        var selection = new VisitSelection(query, before);
        if (dimension == Dimension.Property)
        {
            return [.. (await all.ReadPropertiesAsync(selection, cancellationToken)).Where(row => values.Contains(row.Value))];
        }

        var rows = await Rows(all, selection, query.IsAdditive, dimension)
            .Where(row => values.Contains(row.Value))
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new BreakdownRow(row.Value, row.Count));
    }

    /// <summary>The count of every value; not of properties, which are no column.</summary>
    public static IQueryable<ValueCount> Rows(IQueryable<Visit> all, VisitSelection selection, bool isAdditive, Dimension dimension) => dimension switch
    {
        Dimension.EntryPage => Count(selection.Sessions(all).Where(visit => visit.NewSession == 1 && visit.Event == Visit.PageLoad), dimension),
        Dimension.ExitPage => Exits(selection.Sessions(all).Where(visit => visit.Event == Visit.PageLoad && visit.Path != visit.PreviousPath)),
        Dimension.Event => Count(selection.Visits(all).Where(visit => visit.Event != Visit.PageLoad), dimension),
        Dimension.Page when isAdditive => Count(selection.Visits(all).Where(visit => visit.NewPageVisitor == 1), dimension),
        Dimension.Page => CountVisitors(selection.Visits(all).Where(visit => visit.Event == Visit.PageLoad), dimension),
        _ when isAdditive && dimension.Scope() == DimensionScope.Session => Count(selection.Visits(all).Where(visit => visit.NewVisitor == 1), dimension),
        _ => CountVisitors(selection.Visits(all), dimension),
    };

    private static IQueryable<ValueCount> Count(IQueryable<Visit> visits, Dimension dimension) =>
        visits.GroupBy(dimension.Value()).Select(group => new ValueCount { Value = group.Key, Count = group.LongCount() });

    private static IQueryable<ValueCount> CountVisitors(IQueryable<Visit> visits, Dimension dimension) =>
        visits.GroupBy(dimension.Value()).Select(group => new ValueCount
        {
            Value = group.Key,
            Count = group.Select(visit => visit.VisitorId).Distinct().LongCount(),
        });

    private static IQueryable<ValueCount> Exits(IQueryable<Visit> pageViews) =>
        pageViews.Select(visit => new ValueCount { Value = visit.Path, Count = 1 })
            .Concat(pageViews.Where(visit => visit.PreviousPath != "").Select(visit => new ValueCount { Value = visit.PreviousPath, Count = -1 }))
            .GroupBy(row => row.Value)
            .Select(group => new ValueCount { Value = group.Key, Count = group.Sum(row => row.Count) })
            .Where(row => row.Count != 0);

    /// <summary>A value and its count, as a row of a query.</summary>
    internal sealed class ValueCount
    {
        public string Value { get; init; } = "";
        public long Count { get; init; }
    }
}
