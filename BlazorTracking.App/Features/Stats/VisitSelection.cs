using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>The visits that a query's figures are made of, those at or after <paramref name="before"/> (UTC, Unix milliseconds) left out.</summary>
internal sealed class VisitSelection(StatsQuery query, long before)
{
    /// <summary>A session ends at the latest so long after it began, in milliseconds.</summary>
    public const long LongestSession = 24 * 3_600_000L;

    private readonly int _siteId = query.SiteId;
    private readonly long _from = query.Range.From;
    private readonly long _to = query.Range.To;
    private readonly long _occurredBefore = Math.Min(query.Range.To, before);
    private readonly long _endedBefore = Math.Min(query.Range.To + LongestSession, before);

    /// <summary>The visits in the range that meet every filter: of them page views, events and visitors are counted.</summary>
    public IQueryable<Visit> Visits(IQueryable<Visit> all) =>
        Matching(all).Where(visit => visit.OccurredAt >= _from && visit.OccurredAt < _occurredBefore);

    /// <summary>
    /// Every visit, also those after the range, of the sessions that began in the range and have a visit that meets
    /// every filter: of them sessions, bounces, time, entries and exits are summed.
    /// </summary>
    public IQueryable<Visit> Sessions(IQueryable<Visit> all)
    {
        if (query.IsAdditive)
        {
            return Begun(Matching(all));
        }

        var sessions = Begun(Matching(all)).Select(visit => visit.SessionId);
        return Begun(all).Where(visit => visit.SiteId == _siteId && sessions.Contains(visit.SessionId));
    }

    /// <summary>
    /// Of an additive query, what <see cref="Visits"/> and <see cref="Sessions"/> hold, in one pass; those after the range and
    /// those of sessions that began before it are to be told apart.
    /// </summary>
    public IQueryable<Visit> VisitsAndSessions(IQueryable<Visit> all) =>
        Matching(all).Where(visit => visit.OccurredAt >= _from && visit.OccurredAt < _endedBefore);

    /// <summary>Of the sessions that began in the range the visits that meet every filter, also those after the range.</summary>
    public IQueryable<Visit> MatchingOfSessions(IQueryable<Visit> all) => Begun(Matching(all));

    private IQueryable<Visit> Begun(IQueryable<Visit> visits) => visits.Where(visit =>
        visit.OccurredAt >= _from && visit.OccurredAt < _endedBefore && visit.SessionStartedAt >= _from && visit.SessionStartedAt < _to);

    private IQueryable<Visit> Matching(IQueryable<Visit> all) => query.Filters.Aggregate(
        all.Where(visit => visit.SiteId == _siteId).Where(TextShape.Of(query.Filters.SelectMany(filter => filter.Values))),
        (visits, filter) => filter.Dimension.Scope() switch
        {
            DimensionScope.Entry => OfSessions(visits, Entered(all, filter), filter),
            DimensionScope.Exit => OfSessions(visits, Left(all, filter), filter),
            _ when filter.Dimension == Dimension.Property => visits.Where(filter.Dimension.Value().Then(PropertyText.OnObject(filter).Condition())),
            _ => visits.Where(filter.Dimension.Value().Then(filter.Condition())),
        });

    private static IQueryable<Visit> OfSessions(IQueryable<Visit> visits, IQueryable<long> sessions, VisitFilter filter) =>
        filter.IsNegative()
            ? visits.Where(visit => !sessions.Contains(visit.SessionId))
            : visits.Where(visit => sessions.Contains(visit.SessionId));

    private IQueryable<long> Entered(IQueryable<Visit> all, VisitFilter filter) => PageViews(all)
        .Where(visit => visit.NewSession == 1)
        .Where(Dimension.Page.Value().Then(filter.PositiveCondition()))
        .Select(visit => visit.SessionId);

    // A page view takes the exit from the page before it. Summed up over a session, one is left at its last page.
    private IQueryable<long> Left(IQueryable<Visit> all, VisitFilter filter)
    {
        Expression<Func<Visit, bool>> follows = visit => visit.PreviousPath != "";
        var arrival = Dimension.Page.Value().Then(filter.PositiveCondition()).Choose(visit => 1, 0);
        var departure = follows.And(PreviousPath.Then(filter.PositiveCondition())).Choose(visit => 1, 0);
        var exit = arrival.With(departure, (arrived, departed) => arrived - departed);
        return PageViews(all)
            .Select(exit.With(visit => visit.SessionId, (exits, session) => new { Session = session, Exits = exits }))
            .GroupBy(visit => visit.Session)
            .Where(session => session.Sum(visit => visit.Exits) > 0)
            .Select(session => session.Key);
    }

    // A session with a visit in the range began at most a day before it.
    private IQueryable<Visit> PageViews(IQueryable<Visit> all)
    {
        var from = _from - LongestSession;
        return all.Where(visit => visit.SiteId == _siteId && visit.Event == Visit.PageLoad && visit.OccurredAt >= from && visit.OccurredAt < _endedBefore);
    }

    private static Expression<Func<Visit, string>> PreviousPath => visit => visit.PreviousPath;
}
