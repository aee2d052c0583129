using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// The properties of events. The store groups whole objects of them, which every engine can; they are taken apart here. Of
/// a view with more different objects than <see cref="MostObjects"/> the most frequent are looked at.
/// </summary>
internal static class PropertyQuery
{
    public const int MostObjects = 20_000;

    /// <summary>How many events have each property, the largest count first.</summary>
    public static async Task<IReadOnlyList<BreakdownRow>> ReadPropertiesAsync(this IQueryable<Visit> all, VisitSelection selection, CancellationToken cancellationToken)
    {
        var objects = await selection.Visits(all)
            .Where(visit => visit.Event != Visit.PageLoad && visit.Properties != "")
            .GroupBy(visit => visit.Properties)
            .Select(group => new BreakdownQuery.ValueCount { Value = group.Key, Count = group.LongCount() })
            .OrderByDescending(row => row.Count).ThenBy(row => row.Value)
            .Take(MostObjects)
            .ToListAsync(cancellationToken);
        return
        [
            .. objects
                .SelectMany(row => PropertyText.Of(row.Value), (row, property) => new BreakdownRow(property, row.Count))
                .GroupBy(row => row.Value, StringComparer.Ordinal)
                .Select(property => new BreakdownRow(property.Key, property.Sum(row => row.Count)))
                .Order(BreakdownOrder.Instance),
        ];
    }

    /// <summary>A page of the properties. What their sessions did is not read.</summary>
    public static async Task<DetailsPage> ReadPropertyDetailsAsync(this IQueryable<Visit> all, DetailsQuery query, CancellationToken cancellationToken)
    {
        var found = (await all.ReadPropertiesAsync(new VisitSelection(query.Query, long.MaxValue), cancellationToken))
            .Where(row => row.Value.Contains(query.Search, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var rows = (query.SortBy, query.Descending) switch
        {
            (DetailsColumn.Value, true) => found.OrderByDescending(row => row.Value, StringComparer.Ordinal),
            (DetailsColumn.Value, false) => found.OrderBy(row => row.Value, StringComparer.Ordinal),
            (_, true) => found.OrderByDescending(row => row.Count),
            _ => found.OrderBy(row => row.Count),
        };
        var totals = await all.ReadTotalsAsync(query.Query, long.MaxValue, cancellationToken);
        return new DetailsPage(
            [.. rows.ThenBy(row => row.Value, StringComparer.Ordinal).Skip(query.Skip).Take(query.Take).Select(row => new DetailsRow(row.Value, row.Count, 0, 0, 0))],
            found.Count,
            new Breakdown(query.Dimension, [], 0, IsComplete: false).OutOf(totals));
    }
}
