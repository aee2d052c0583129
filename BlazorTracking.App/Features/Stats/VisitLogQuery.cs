using System.Diagnostics;
using System.Linq.Expressions;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>A page of single visits: filtered, searched, sorted.</summary>
internal static class VisitLogQuery
{
    // Below every degree, so that places that are not known sort alike on every engine.
    private const double Nowhere = -1000;

    private static readonly Expression<Func<Visit, string>>[] _searched =
    [
        visit => visit.Event,
        visit => visit.Hostname,
        visit => visit.Path,
        visit => visit.ReferrerHost,
        visit => visit.ReferrerPath,
        visit => visit.Source,
        visit => visit.Country,
        visit => visit.City,
        visit => visit.Browser,
        visit => visit.OperatingSystem,
        visit => visit.Address,
    ];

    public static async Task<LogPage> ReadLogAsync(this IQueryable<Visit> all, LogQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, LogQuery.MaxTake);

        var visits = new VisitSelection(query.Query, long.MaxValue).Visits(all);
        if (query.Search.Length > 0)
        {
            visits = visits.Where(_searched.Select(column => column.Then(SearchCondition.Finding(query.Search))).Aggregate(ExpressionComposition.Or));
        }

        var total = await visits.LongCountAsync(cancellationToken);
        var page = await Sort(visits, query.SortBy, query.Descending)
            .ThenByDescending(visit => visit.OccurredAt).ThenBy(visit => visit.Id)
            .Skip(query.Skip).Take(query.Take)
            .ToListAsync(cancellationToken);
        return new LogPage(page, total);
    }

    private static IOrderedQueryable<Visit> Sort(IQueryable<Visit> visits, LogColumn column, bool descending) => column switch
    {
        LogColumn.OccurredAt => Sort(visits, visit => visit.OccurredAt, descending),
        LogColumn.Event => Sort(visits, visit => visit.Event, descending),
        LogColumn.Hostname => Sort(visits, visit => visit.Hostname, descending),
        LogColumn.Path => Sort(visits, visit => visit.Path, descending),
        LogColumn.Referrer => Sort(visits, Dimension.Referrer.Value(), descending),
        LogColumn.Source => Sort(visits, visit => visit.Source, descending),
        LogColumn.Channel => Sort(visits, visit => visit.Channel, descending),
        LogColumn.Country => Sort(visits, visit => visit.Country, descending),
        LogColumn.Region => Sort(visits, visit => visit.Region, descending),
        LogColumn.City => Sort(visits, visit => visit.City, descending),
        LogColumn.PostalCode => Sort(visits, visit => visit.PostalCode, descending),
        LogColumn.Latitude => Sort(visits, visit => visit.Latitude ?? Nowhere, descending),
        LogColumn.Longitude => Sort(visits, visit => visit.Longitude ?? Nowhere, descending),
        LogColumn.Browser => Sort(visits, Dimension.BrowserVersion.Value(), descending),
        LogColumn.OperatingSystem => Sort(visits, Dimension.OperatingSystemVersion.Value(), descending),
        LogColumn.Device => Sort(visits, visit => visit.Device, descending),
        LogColumn.Screen => Sort(visits, visit => visit.Screen, descending),
        LogColumn.Language => Sort(visits, visit => visit.Language, descending),
        LogColumn.Trust => Sort(visits, visit => visit.Trust, descending),
        LogColumn.Address => Sort(visits, visit => visit.Address, descending),
        _ => throw new UnreachableException(),
    };

    private static IOrderedQueryable<Visit> Sort<T>(IQueryable<Visit> visits, Expression<Func<Visit, T>> by, bool descending) =>
        descending ? visits.OrderByDescending(by) : visits.OrderBy(by);
}
