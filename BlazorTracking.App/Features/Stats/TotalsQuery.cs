using System.Linq.Expressions;
using BlazorTracking.Features.Visits;
using LinqToDB;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// The sums of a query, in one piece or by the intervals of a chart. Additive ones take one pass over the visits;
/// distinct counts take one over the visits and one over their sessions.
/// </summary>
internal static class TotalsQuery
{
    // The number of what lies outside of the range, before or after.
    private const long Outside = -1;

    public static async Task<StatsTotals> ReadTotalsAsync(this IQueryable<Visit> all, StatsQuery query, long before, CancellationToken cancellationToken)
    {
        var selection = new VisitSelection(query, before);
        var sums = query.IsAdditive
            ? await Sum(selection.VisitsAndSessions(all), query.Range).FirstOrDefaultAsync(cancellationToken)
            : await CountVisits(selection.Visits(all).Select(Unplaced).GroupBy(_ => 0L)).FirstOrDefaultAsync(cancellationToken);
        var sessions = query.IsAdditive ? null : await SumSessions(selection.Sessions(all).Select(Unplaced).GroupBy(_ => 0L)).FirstOrDefaultAsync(cancellationToken);
        return (sums?.OfVisits ?? StatsTotals.Zero) + ((query.IsAdditive ? sums : sessions)?.OfSessions ?? StatsTotals.Zero);
    }

    /// <summary>The different visitors: of a query that is not additive, all that the points of its chart do not sum up to.</summary>
    public static Task<long> CountVisitorsAsync(this IQueryable<Visit> all, StatsQuery query, long before, CancellationToken cancellationToken) =>
        new VisitSelection(query, before).Visits(all).Select(visit => visit.VisitorId).Distinct().LongCountAsync(cancellationToken);

    /// <summary>A point for each interval of the range.</summary>
    public static async Task<IReadOnlyList<ChartPoint>> ReadChartAsync(this IQueryable<Visit> all, StatsQuery query, long before, CancellationToken cancellationToken)
    {
        var boundaries = query.Range.Boundaries();
        var buckets = new ChartBuckets(boundaries);
        var selection = new VisitSelection(query, before);
        var sums = query.IsAdditive
            ? await SumBoth(PlaceBoth(selection.VisitsAndSessions(all), buckets, query.Range)).ToListAsync(cancellationToken)
            :
            [
                .. await CountVisits(Place(selection.Visits(all), buckets.Number(visit => visit.OccurredAt))).ToListAsync(cancellationToken),
                .. await SumSessions(Place(selection.Sessions(all), buckets.Number(visit => visit.SessionStartedAt))).ToListAsync(cancellationToken),
            ];

        var totals = new StatsTotals[buckets.Count];
        Array.Fill(totals, StatsTotals.Zero);
        foreach (var sum in sums)
        {
            Add(sum.VisitsIn, sum.OfVisits);
            Add(sum.SessionsIn, sum.OfSessions);
        }

        return [.. totals.Select((point, number) => new ChartPoint(boundaries[number], boundaries[number + 1], point))];

        void Add(long number, StatsTotals part)
        {
            if (number != Outside)
            {
                totals[number] += part;
            }
        }
    }

    private static IQueryable<Sums> Sum(IQueryable<Visit> visits, StatsRange range)
    {
        var (from, to) = (range.From, range.To);
        return visits.GroupBy(_ => 0L).Select(group => new Sums
        {
            Visitors = group.Sum(visit => visit.OccurredAt < to ? (long)visit.NewVisitor : 0L),
            PageViews = group.Sum(visit => visit.OccurredAt < to && visit.Event == Visit.PageLoad ? 1L : 0L),
            Visits = group.Sum(visit => visit.OccurredAt < to ? 1L : 0L),
            Sessions = group.Sum(visit => visit.SessionStartedAt >= from && visit.SessionStartedAt < to ? (long)visit.NewSession : 0L),
            Bounces = group.Sum(visit => visit.SessionStartedAt >= from && visit.SessionStartedAt < to ? (long)visit.Bounce : 0L),
            DurationMs = group.Sum(visit => visit.SessionStartedAt >= from && visit.SessionStartedAt < to ? visit.DurationMs : 0L),
        });
    }

    private static IQueryable<Sums> SumBoth(IQueryable<Placed> visits) => visits.GroupBy(visit => new { visit.At, visit.SessionAt }).Select(group => new Sums
    {
        VisitsIn = group.Key.At,
        SessionsIn = group.Key.SessionAt,
        Visitors = group.Sum(visit => (long)visit.NewVisitor),
        PageViews = group.Sum(visit => visit.Event == Visit.PageLoad ? 1L : 0L),
        Visits = group.LongCount(),
        Sessions = group.Sum(visit => (long)visit.NewSession),
        Bounces = group.Sum(visit => (long)visit.Bounce),
        DurationMs = group.Sum(visit => visit.DurationMs),
    });

    private static IQueryable<Sums> CountVisits(IQueryable<IGrouping<long, Placed>> visits) => visits.Select(group => new Sums
    {
        VisitsIn = group.Key,
        SessionsIn = Outside,
        Visitors = group.Select(visit => visit.VisitorId).Distinct().LongCount(),
        PageViews = group.Sum(visit => visit.Event == Visit.PageLoad ? 1L : 0L),
        Visits = group.LongCount(),
    });

    private static IQueryable<Sums> SumSessions(IQueryable<IGrouping<long, Placed>> visits) => visits.Select(group => new Sums
    {
        VisitsIn = Outside,
        SessionsIn = group.Key,
        Sessions = group.Sum(visit => (long)visit.NewSession),
        Bounces = group.Sum(visit => (long)visit.Bounce),
        DurationMs = group.Sum(visit => visit.DurationMs),
    });

    private static Expression<Func<Visit, Placed>> Unplaced => visit => new Placed
    {
        Event = visit.Event,
        VisitorId = visit.VisitorId,
        NewSession = visit.NewSession,
        Bounce = visit.Bounce,
        DurationMs = visit.DurationMs,
    };

    private static IQueryable<IGrouping<long, Placed>> Place(IQueryable<Visit> visits, Expression<Func<Visit, long>> number) => visits
        .Select(number.With(visit => visit, (at, visit) => new Placed
        {
            At = at,
            Event = visit.Event,
            VisitorId = visit.VisitorId,
            NewSession = visit.NewSession,
            Bounce = visit.Bounce,
            DurationMs = visit.DurationMs,
        }))
        .AsSubQuery()
        .GroupBy(visit => visit.At);

    // A visit counts in the interval in which it happened, its session in the one in which it began: mostly the same.
    private static IQueryable<Placed> PlaceBoth(IQueryable<Visit> visits, ChartBuckets buckets, StatsRange range)
    {
        var (from, to) = (range.From, range.To);
        Expression<Func<Visit, bool>> begun = visit => visit.SessionStartedAt >= from && visit.SessionStartedAt < to;
        Expression<Func<Visit, bool>> occurred = visit => visit.OccurredAt < to;
        return visits
            .Select(occurred.Choose(buckets.Number(visit => visit.OccurredAt), Outside).With(
                begun.Choose(buckets.Number(visit => visit.SessionStartedAt), Outside),
                visit => visit,
                (at, sessionAt, visit) => new Placed
                {
                    At = at,
                    SessionAt = sessionAt,
                    Event = visit.Event,
                    NewVisitor = visit.NewVisitor,
                    NewSession = visit.NewSession,
                    Bounce = visit.Bounce,
                    DurationMs = visit.DurationMs,
                }))
            .AsSubQuery();
    }

    /// <summary>
    /// A visit with the intervals that it counts in. They are computed in a query of their own, so that they are columns
    /// where they are grouped by: not every engine knows two long expressions with parameters for the same.
    /// </summary>
    private sealed class Placed
    {
        public long At { get; init; }
        public long SessionAt { get; init; }
        public string Event { get; init; } = "";
        public long VisitorId { get; init; }
        public int NewVisitor { get; init; }
        public int NewSession { get; init; }
        public int Bounce { get; init; }
        public long DurationMs { get; init; }
    }

    private sealed class Sums
    {
        public long VisitsIn { get; init; }
        public long SessionsIn { get; init; }
        public long Visitors { get; init; }
        public long PageViews { get; init; }
        public long Visits { get; init; }
        public long Sessions { get; init; }
        public long Bounces { get; init; }
        public long DurationMs { get; init; }

        public StatsTotals OfVisits => new(Visitors, 0, PageViews, Visits - PageViews, 0, 0);

        public StatsTotals OfSessions => new(0, Sessions, 0, 0, Bounces, DurationMs);
    }
}
