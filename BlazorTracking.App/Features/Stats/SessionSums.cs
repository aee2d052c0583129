using BlazorTracking.Features.Visits;
using LinqToDB;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// The sessions of each value of a dimension: how many began, bounced, and took how long. Each visit gets the sums of its
/// session beside it instead of being joined with them: SQLite has no other join than one loop in another.
/// </summary>
internal static class SessionSums
{
    /// <summary>
    /// What a filter by the value would make of the sessions: of a page, a hostname or an event those with a visit that
    /// has it, each as a whole.
    /// </summary>
    public static IQueryable<ValueSessions> SessionsByValue(this IQueryable<Visit> all, StatsQuery query, VisitSelection selection, Dimension dimension)
    {
        var sessions = selection.Sessions(all);
        return dimension.Scope() switch
        {
            DimensionScope.Session => sessions.GroupBy(dimension.Value()).Select(group => new ValueSessions
            {
                Value = group.Key,
                Sessions = group.Sum(visit => (long)visit.NewSession),
                Bounces = group.Sum(visit => (long)visit.Bounce),
                DurationMs = group.Sum(visit => visit.DurationMs),
            }),
            DimensionScope.Entry => Sum(WithSums(sessions, dimension).Where(visit => visit.NewSession == 1 && visit.Event == Visit.PageLoad)),
            DimensionScope.Exit => Sum(Left(WithSums(sessions, dimension).Where(visit => visit.Event == Visit.PageLoad))),
            _ => Sum(Seen(WithSums(sessions, dimension), query.IsAdditive ? null : selection.MatchingOfSessions(all), dimension)),
        };
    }

    private static IQueryable<VisitOfSession> WithSums(IQueryable<Visit> sessions, Dimension dimension) => sessions
        .Select(dimension.Value().With((Visit visit) => visit, (value, visit) => new VisitOfSession
        {
            Value = value,
            Id = visit.Id,
            SessionId = visit.SessionId,
            Event = visit.Event,
            NewSession = visit.NewSession,
            PreviousPath = visit.PreviousPath,
            Sessions = Sql.Ext.Sum((long)visit.NewSession).Over().PartitionBy(visit.SessionId).ToValue(),
            Bounces = Sql.Ext.Sum((long)visit.Bounce).Over().PartitionBy(visit.SessionId).ToValue(),
            DurationMs = Sql.Ext.Sum(visit.DurationMs).Over().PartitionBy(visit.SessionId).ToValue(),
        }))
        .AsSubQuery();

    // A session that has the value several times has it once.
    private static IQueryable<ValueSessions> Sum(IQueryable<VisitOfSession> visits) => visits
        .GroupBy(visit => new { visit.Value, visit.SessionId })
        .Select(session => new ValueSessions
        {
            Value = session.Key.Value,
            Sessions = session.Max(visit => visit.Sessions),
            Bounces = session.Max(visit => visit.Bounces),
            DurationMs = session.Max(visit => visit.DurationMs),
        })
        .GroupBy(session => session.Value)
        .Select(group => new ValueSessions
        {
            Value = group.Key,
            Sessions = group.Sum(session => session.Sessions),
            Bounces = group.Sum(session => session.Bounces),
            DurationMs = group.Sum(session => session.DurationMs),
        });

    private static IQueryable<VisitOfSession> Seen(IQueryable<VisitOfSession> visits, IQueryable<Visit>? matching, Dimension dimension)
    {
        var seen = dimension switch
        {
            Dimension.Page => visits.Where(visit => visit.Event == Visit.PageLoad),
            Dimension.Event => visits.Where(visit => visit.Event != Visit.PageLoad),
            _ => visits,
        };
        if (matching is null)
        {
            return seen;
        }

        var ids = matching.Select(visit => visit.Id);
        return seen.Where(visit => ids.Contains(visit.Id));
    }

    // A page view takes the exit from the page before it. Summed up over a session, one is left at its last page.
    private static IQueryable<VisitOfSession> Left(IQueryable<VisitOfSession> pageViews) =>
        pageViews.Select(visit => new { visit.SessionId, Path = visit.Value, Exits = 1, visit.Sessions, visit.Bounces, visit.DurationMs })
            .Concat(pageViews.Where(visit => visit.PreviousPath != "").Select(visit => new { visit.SessionId, Path = visit.PreviousPath, Exits = -1, visit.Sessions, visit.Bounces, visit.DurationMs }))
            .GroupBy(row => new { row.SessionId, row.Path })
            .Where(group => group.Sum(row => row.Exits) > 0)
            .Select(group => new VisitOfSession
            {
                Value = group.Key.Path,
                SessionId = group.Key.SessionId,
                Sessions = group.Max(row => row.Sessions),
                Bounces = group.Max(row => row.Bounces),
                DurationMs = group.Max(row => row.DurationMs),
            });

    /// <summary>A visit with the sums of its session.</summary>
    private sealed class VisitOfSession
    {
        public string Value { get; init; } = "";
        public Guid Id { get; init; }
        public long SessionId { get; init; }
        public string Event { get; init; } = "";
        public int NewSession { get; init; }
        public string PreviousPath { get; init; } = "";
        public long Sessions { get; init; }
        public long Bounces { get; init; }
        public long DurationMs { get; init; }
    }
}

/// <summary>A value's sessions, as a row of a query.</summary>
internal sealed class ValueSessions
{
    public string Value { get; init; } = "";
    public long Sessions { get; init; }
    public long Bounces { get; init; }
    public long DurationMs { get; init; }
}
