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
}
