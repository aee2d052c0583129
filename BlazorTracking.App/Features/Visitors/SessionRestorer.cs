using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;
using EntityFramework = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions;

namespace BlazorTracking.Features.Visitors;

/// <summary>Rebuilds the session book from the store when the program starts, so that a restart or a crash splits no session and counts no visitor twice.</summary>
public sealed class SessionRestorer(IVisitStore store, Microsoft.EntityFrameworkCore.IDbContextFactory<TrackingDbContext> contexts, TimeProvider time)
{
    /// <summary>A site's day may have begun this long ago (25 hours when the clocks go back, 26 to be safe).</summary>
    private static readonly TimeSpan _longestDay = TimeSpan.FromHours(26);

    private const int IdsPerQuery = 500;

    internal async Task RestoreAsync(SessionBook book, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var siteIds in (await ReadSiteIdsAsync(cancellationToken)).Chunk(IdsPerQuery))
        {
            // The sites are named because the visits are indexed by site and time.
            await RestoreVisitorsAsync(book, siteIds, now - (long)_longestDay.TotalMilliseconds, cancellationToken);
            await RestorePageVisitorsAsync(book, siteIds, now - (long)_longestDay.TotalMilliseconds, cancellationToken);
            await RestoreSessionsAsync(book, siteIds, now - (long)Session.IdleTimeout.TotalMilliseconds, cancellationToken);
            await RestorePathsAsync(book, siteIds, now - (long)Session.MaximumLength.TotalMilliseconds, cancellationToken);
        }
    }

    private async Task<List<int>> ReadSiteIdsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await EntityFramework.ToListAsync(context.Sites.Select(site => site.Id), cancellationToken);
    }

    private Task<bool> RestoreVisitorsAsync(SessionBook book, int[] siteIds, long since, CancellationToken cancellationToken) =>
        store.QueryAsync(
            async (visits, token) =>
            {
                var seen = visits
                    .Where(visit => siteIds.Contains(visit.SiteId) && visit.OccurredAt >= since && visit.NewVisitor == 1)
                    .Select(visit => new { visit.VisitorId, visit.OccurredAt });
                await foreach (var visitor in seen.AsAsyncEnumerable().WithCancellation(token))
                {
                    book.RestoreVisitor(visitor.VisitorId, visitor.OccurredAt);
                }

                return true;
            },
            cancellationToken);

    private Task<bool> RestorePageVisitorsAsync(SessionBook book, int[] siteIds, long since, CancellationToken cancellationToken) =>
        store.QueryAsync(
            async (visits, token) =>
            {
                var seen = visits
                    .Where(visit => siteIds.Contains(visit.SiteId) && visit.OccurredAt >= since && visit.NewPageVisitor == 1)
                    .Select(visit => new { visit.VisitorId, visit.Path, visit.OccurredAt });
                await foreach (var view in seen.AsAsyncEnumerable().WithCancellation(token))
                {
                    book.RestorePageVisitor(view.VisitorId, view.Path, view.OccurredAt);
                }

                return true;
            },
            cancellationToken);

    private Task<bool> RestoreSessionsAsync(SessionBook book, int[] siteIds, long since, CancellationToken cancellationToken) =>
        store.QueryAsync(
            async (visits, token) =>
            {
                var recent = visits.Where(visit => siteIds.Contains(visit.SiteId) && visit.OccurredAt >= since).OrderBy(visit => visit.OccurredAt).ThenByDescending(visit => visit.NewSession);
                await foreach (var visit in recent.AsAsyncEnumerable().WithCancellation(token))
                {
                    book.Restore(visit);
                }

                return true;
            },
            cancellationToken);

    private async Task RestorePathsAsync(SessionBook book, int[] siteIds, long since, CancellationToken cancellationToken)
    {
        foreach (var sessions in book.SessionsWithoutPath().Chunk(IdsPerQuery))
        {
            var ids = sessions.Select(session => session.SessionId).ToArray();
            var pages = await store.QueryAsync(
                (visits, token) => visits
                    .Where(visit => siteIds.Contains(visit.SiteId) && visit.OccurredAt >= since && visit.Event == Visit.PageLoad && ids.Contains(visit.SessionId))
                    .Select(visit => new { visit.SessionId, visit.OccurredAt, visit.Path })
                    .ToListAsync(token),
                cancellationToken);

            var latest = pages.GroupBy(page => page.SessionId).ToDictionary(group => group.Key, group => group.MaxBy(page => page.OccurredAt)!.Path);
            foreach (var (visitorId, sessionId) in sessions)
            {
                if (latest.TryGetValue(sessionId, out var path))
                {
                    book.RestorePath(visitorId, path);
                }
            }
        }
    }
}
