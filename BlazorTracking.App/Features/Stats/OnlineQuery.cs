using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>The last minutes of a site.</summary>
internal static class OnlineQuery
{
    public static async Task<OnlineVisitors> ReadOnlineAsync(this IQueryable<Visit> all, int siteId, long now, long settledAt, CancellationToken cancellationToken)
    {
        var site = all.Where(visit => visit.SiteId == siteId);
        var hereSince = now - (OnlineVisitors.OnlineMinutes * OnlineVisitors.Minute);
        var lastSeen = await site.Where(visit => visit.OccurredAt > hereSince)
            .GroupBy(visit => visit.SessionId)
            .Select(session => new { session.Key, LastSeen = session.Max(visit => visit.OccurredAt) })
            .ToDictionaryAsync(session => session.Key, session => session.LastSeen, cancellationToken);

        var from = now - (now % OnlineVisitors.Minute) - ((OnlineVisitors.Minutes - 1) * OnlineVisitors.Minute);
        var byMinute = await site.Where(visit => visit.OccurredAt >= from && visit.OccurredAt < settledAt)
            .GroupBy(visit => visit.OccurredAt - (visit.OccurredAt % OnlineVisitors.Minute))
            .Select(minute => new { minute.Key, Visits = minute.Count() })
            .ToDictionaryAsync(minute => minute.Key / OnlineVisitors.Minute, minute => minute.Visits, cancellationToken);

        var recent = await site.Where(visit => visit.OccurredAt >= settledAt)
            .Select(visit => new { visit.Id, visit.SessionId, visit.OccurredAt })
            .ToListAsync(cancellationToken);
        foreach (var visit in recent)
        {
            lastSeen[visit.SessionId] = Math.Max(lastSeen.GetValueOrDefault(visit.SessionId), visit.OccurredAt);
            byMinute[visit.OccurredAt / OnlineVisitors.Minute] = byMinute.GetValueOrDefault(visit.OccurredAt / OnlineVisitors.Minute) + 1;
        }

        return new OnlineVisitors(lastSeen, byMinute, recent.Select(visit => visit.Id), settledAt);
    }

    /// <summary>Who is on each of the sites, in their order, in one query. Visits are not counted by the minute.</summary>
    public static async Task<IReadOnlyList<OnlineVisitors>> ReadOnlineAsync(
        this IQueryable<Visit> all, IReadOnlyCollection<int> siteIds, long now, CancellationToken cancellationToken)
    {
        var hereSince = now - (OnlineVisitors.OnlineMinutes * OnlineVisitors.Minute);
        var sessions = await all.Where(visit => siteIds.Contains(visit.SiteId) && visit.OccurredAt > hereSince)
            .GroupBy(visit => new { visit.SiteId, visit.SessionId })
            .Select(session => new { session.Key.SiteId, session.Key.SessionId, LastSeen = session.Max(visit => visit.OccurredAt) })
            .ToListAsync(cancellationToken);
        var bySite = sessions.ToLookup(session => session.SiteId);
        return [.. siteIds.Select(id => new OnlineVisitors(bySite[id].ToDictionary(session => session.SessionId, session => session.LastSeen), [], [], long.MaxValue))];
    }
}
