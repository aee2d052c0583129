using System.Runtime.CompilerServices;
using LinqToDB.Async;

namespace BlazorTracking.Features.Visits;

/// <summary>Reads long stretches of visits on any engine without one long query: no snapshot is held while the reader works.</summary>
public static class VisitHistory
{
    private const int PageSize = 10_000;
    private const long ShortestWindow = 1000;
    private const long LongestWindow = 366L * 24 * 60 * 60 * 1000;
    private const long FirstWindow = 60 * 60 * 1000;

    /// <summary>
    /// The site's visits in the order in which they occurred; those of one millisecond with the openings of sessions
    /// first, then by id. In pages of some thousands, none of them empty.
    /// </summary>
    /// <param name="store">What holds them.</param>
    /// <param name="siteId">Whose they are.</param>
    /// <param name="from">The first instant: UTC, Unix milliseconds.</param>
    /// <param name="to">The first instant that is no longer wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<IReadOnlyList<Visit>> ReadInOrderAsync(
        this IVisitStore store, int siteId, long from, long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = FirstWindow;
        while (await store.FirstAsync(siteId, from, to, cancellationToken) is { } first)
        {
            // A window in which about one page's visits occurred: the engine need not order more than it gives.
            var until = Math.Min(to, first + window);
            var page = await PageAsync(store, siteId, first, until, cancellationToken);
            if (page.Count > PageSize)
            {
                // The instant at which the page was cut belongs to the next one, unless all are of that instant.
                until = page[^1].OccurredAt;
                page = first < until
                    ? page.FindAll(visit => visit.OccurredAt < until)
                    : await InstantAsync(store, siteId, until++, cancellationToken);
            }

            page.Sort(Compare);
            yield return page;
            from = until;
            window = Math.Clamp(window * PageSize / (2 * page.Count), Math.Max(ShortestWindow, window / 4), Math.Min(LongestWindow, window * 4));
        }
    }

    /// <summary>When the first of the site's visits between the two instants occurred; null where there is none.</summary>
    public static Task<long?> FirstAsync(this IVisitStore store, int siteId, long from, long to, CancellationToken cancellationToken) =>
        store.QueryAsync(
            // Not the least one: of no visits, that is not nothing on every engine.
            (visits, token) => visits
                .Where(visit => visit.SiteId == siteId && visit.OccurredAt >= from && visit.OccurredAt < to)
                .OrderBy(visit => visit.OccurredAt)
                .Select(visit => (long?)visit.OccurredAt)
                .FirstOrDefaultAsync(token),
            cancellationToken);

    private static Task<List<Visit>> PageAsync(IVisitStore store, int siteId, long from, long to, CancellationToken cancellationToken) =>
        store.QueryAsync(
            (visits, token) => visits
                .Where(visit => visit.SiteId == siteId && visit.OccurredAt >= from && visit.OccurredAt < to)
                .OrderBy(visit => visit.OccurredAt)
                .Take(PageSize + 1)
                .ToListAsync(token),
            cancellationToken);

    private static Task<List<Visit>> InstantAsync(IVisitStore store, int siteId, long instant, CancellationToken cancellationToken) =>
        store.QueryAsync(
            (visits, token) => visits.Where(visit => visit.SiteId == siteId && visit.OccurredAt == instant).ToListAsync(token),
            cancellationToken);

    private static int Compare(Visit one, Visit other) =>
        (one.OccurredAt.CompareTo(other.OccurredAt), other.NewSession.CompareTo(one.NewSession)) switch
        {
            (not 0 and var byTime, _) => byTime,
            (_, not 0 and var byOpening) => byOpening,
            _ => one.Id.CompareTo(other.Id),
        };
}
