using System.Linq.Expressions;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>All values of a dimension, page by page, and the few that somebody may mean who types.</summary>
public sealed class DetailsReader(IVisitStore store)
{
    private const long Everything = long.MaxValue;

    /// <exception cref="ArgumentOutOfRangeException">The page begins before the first value, or is empty or too large.</exception>
    public Task<DetailsPage> ReadAsync(DetailsQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, DetailsQuery.MaxTake);
        return store.QueryAsync((visits, cancellation) => ReadAsync(visits, query, cancellation), cancellationToken);
    }

    /// <summary>The most frequent values that the search finds, without the numbers that take longer.</summary>
    public Task<IReadOnlyList<BreakdownRow>> SuggestAsync(DetailsQuery query, CancellationToken cancellationToken) =>
        store.QueryAsync<IReadOnlyList<BreakdownRow>>(
            async (visits, cancellation) =>
            {
                if (query.Dimension == Dimension.Property)
                {
                    var page = await visits.ReadPropertyDetailsAsync(query, cancellation);
                    return [.. page.Rows.Select(row => new BreakdownRow(row.Value, row.Count))];
                }

                var rows = await Found(visits, query)
                    .OrderByDescending(row => row.Count).ThenBy(row => row.Value)
                    .Take(query.Take)
                    .ToListAsync(cancellation);
                return rows.ConvertAll(row => new BreakdownRow(row.Value, row.Count));
            },
            cancellationToken);

    private static async Task<DetailsPage> ReadAsync(IQueryable<Visit> visits, DetailsQuery query, CancellationToken cancellationToken)
    {
        if (query.Dimension == Dimension.Property)
        {
            return await visits.ReadPropertyDetailsAsync(query, cancellationToken);
        }

        var rows = await Sort(WithSessions(visits, query), query.SortBy, query.Descending)
            .ThenBy(row => row.Value)
            .Skip(query.Skip).Take(query.Take)
            .ToListAsync(cancellationToken);
        var found = await Found(visits, query).LongCountAsync(cancellationToken);
        var totals = await visits.ReadTotalsAsync(query.Query, Everything, cancellationToken);
        return new DetailsPage(
            rows.ConvertAll(row => new DetailsRow(row.Value, row.Count, row.Sessions, row.Bounces, row.DurationMs)),
            found,
            new Breakdown(query.Dimension, [], 0, IsComplete: false).OutOf(totals));
    }

    private static IQueryable<BreakdownQuery.ValueCount> Found(IQueryable<Visit> visits, DetailsQuery query)
    {
        var rows = BreakdownQuery.Rows(visits, new VisitSelection(query.Query, Everything), query.Query.IsAdditive, query.Dimension);
        if (query.Search.Length == 0)
        {
            return rows;
        }

        Expression<Func<BreakdownQuery.ValueCount, string>> value = row => row.Value;
        var condition = value.Then(SearchCondition.Finding(query.Search));
        if (query.Named is { Count: > 0 } named)
        {
            condition = condition.Or(row => named.Contains(row.Value));
        }

        return rows.Where(condition);
    }

    private static IQueryable<Row> WithSessions(IQueryable<Visit> visits, DetailsQuery query) =>
        Found(visits, query)
            .Select(row => new Row { Value = row.Value, Count = row.Count, Sessions = 0, Bounces = 0, DurationMs = 0 })
            .Concat(visits.SessionsByValue(new VisitSelection(query.Query, Everything), query.Dimension)
                .Select(row => new Row { Value = row.Value, Count = 0, Sessions = row.Sessions, Bounces = row.Bounces, DurationMs = row.DurationMs }))
            .GroupBy(row => row.Value)
            .Select(group => new Row
            {
                Value = group.Key,
                Count = group.Sum(row => row.Count),
                Sessions = group.Sum(row => row.Sessions),
                Bounces = group.Sum(row => row.Bounces),
                DurationMs = group.Sum(row => row.DurationMs),
            })
            .Where(row => row.Count != 0);

    private static IOrderedQueryable<Row> Sort(IQueryable<Row> rows, DetailsColumn column, bool descending) => column switch
    {
        DetailsColumn.Value => Sort(rows, row => row.Value, descending),
        DetailsColumn.BounceRate => Sort(rows, row => row.Sessions == 0 ? -1.0 : (double)row.Bounces / row.Sessions, descending),
        DetailsColumn.VisitTime => Sort(rows, row => row.Sessions == 0 ? -1.0 : (double)row.DurationMs / row.Sessions, descending),
        _ => Sort(rows, row => row.Count, descending),
    };

    private static IOrderedQueryable<Row> Sort<T>(IQueryable<Row> rows, Expression<Func<Row, T>> by, bool descending) =>
        descending ? rows.OrderByDescending(by) : rows.OrderBy(by);

    private sealed class Row
    {
        public string Value { get; init; } = "";
        public long Count { get; init; }
        public long Sessions { get; init; }
        public long Bounces { get; init; }
        public long DurationMs { get; init; }
    }
}
