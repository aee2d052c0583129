using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Commands.Copy;

/// <summary>
/// What tells the visits of a stretch of time in one engine from those in another, cheaply: how many there are, and
/// what their times, durations and session ids come to.
/// </summary>
internal sealed record VisitFingerprint(long Count, long Times, long Durations, long LowestSession, long HighestSession)
{
    public static VisitFingerprint None { get; } = new(0, 0, 0, 0, 0);

    /// <param name="store">What holds the visits.</param>
    /// <param name="siteId">Whose they are.</param>
    /// <param name="from">The first instant: UTC, Unix milliseconds.</param>
    /// <param name="to">The first instant after it; so close that the sum of all times between is a <see cref="long"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<VisitFingerprint> ReadAsync(IVisitStore store, int siteId, long from, long to, CancellationToken cancellationToken)
    {
        var sums = await store.QueryAsync(
            (visits, token) => visits
                .Where(visit => visit.SiteId == siteId && visit.OccurredAt >= from && visit.OccurredAt < to)
                .GroupBy(_ => 1)
                .Select(all => new
                {
                    Count = all.LongCount(),
                    Times = all.Sum(visit => visit.OccurredAt - from),
                    Durations = all.Sum(visit => visit.DurationMs),
                    Lowest = all.Min(visit => visit.SessionId),
                    Highest = all.Max(visit => visit.SessionId),
                })
                .FirstOrDefaultAsync(token),
            cancellationToken);
        return sums is null ? None : new VisitFingerprint(sums.Count, sums.Times, sums.Durations, sums.Lowest, sums.Highest);
    }
}
