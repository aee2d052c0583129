using BlazorTracking.Features.Visits;
using LinqToDB;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>The sums of a query, in one piece or by the intervals of a chart.</summary>
internal static class TotalsQuery
{
    public static async Task<StatsTotals> ReadTotalsAsync(this IQueryable<Visit> all, StatsQuery query, long before, CancellationToken cancellationToken) =>
        (await all.ReadPointsAsync(query, [query.Range.From, query.Range.To], before, cancellationToken))[0].Totals;

    /// <summary>One point for each pair of neighbouring boundaries.</summary>
    public static async Task<IReadOnlyList<ChartPoint>> ReadPointsAsync(
        this IQueryable<Visit> all, StatsQuery query, IReadOnlyList<long> boundaries, long before, CancellationToken cancellationToken)
    {
        var selection = new VisitSelection(query, before);
        var buckets = new ChartBuckets(boundaries);
        var totals = new StatsTotals[buckets.Count];
        Array.Fill(totals, StatsTotals.Zero);

        var byVisit = selection.Visits(all).GroupBy(buckets.Number(visit => visit.OccurredAt));
        var visits = query.IsAdditive
            ? byVisit.Select(bucket => new
            {
                Number = bucket.Key,
                Visitors = bucket.Sum(visit => (long)visit.NewVisitor),
                PageViews = bucket.Sum(visit => visit.Event == Visit.PageLoad ? 1L : 0L),
                Visits = bucket.LongCount(),
            })
            : byVisit.Select(bucket => new
            {
                Number = bucket.Key,
                Visitors = bucket.Select(visit => visit.VisitorId).Distinct().LongCount(),
                PageViews = bucket.Sum(visit => visit.Event == Visit.PageLoad ? 1L : 0L),
                Visits = bucket.LongCount(),
            });
        foreach (var bucket in await visits.ToListAsync(cancellationToken))
        {
            totals[bucket.Number] += new StatsTotals(bucket.Visitors, 0, bucket.PageViews, bucket.Visits - bucket.PageViews, 0, 0);
        }

        var sessions = selection.Sessions(all).GroupBy(buckets.Number(visit => visit.SessionStartedAt)).Select(bucket => new
        {
            Number = bucket.Key,
            Sessions = bucket.Sum(visit => (long)visit.NewSession),
            Bounces = bucket.Sum(visit => (long)visit.Bounce),
            DurationMs = bucket.Sum(visit => visit.DurationMs),
        });
        foreach (var bucket in await sessions.ToListAsync(cancellationToken))
        {
            totals[bucket.Number] += new StatsTotals(0, bucket.Sessions, 0, 0, bucket.Bounces, bucket.DurationMs);
        }

        return [.. totals.Select((sums, number) => new ChartPoint(boundaries[number], boundaries[number + 1], sums))];
    }
}
