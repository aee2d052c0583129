using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>The sessions of each value of a dimension: how many began, bounced, and took how long.</summary>
internal static class SessionSums
{
    /// <summary>
    /// What a filter by the value would make of the sessions: of a page, a hostname or an event those with a visit that
    /// has it, each as a whole.
    /// </summary>
    public static IQueryable<ValueSessions> SessionsByValue(this IQueryable<Visit> all, VisitSelection selection, Dimension dimension) => dimension.Scope() switch
    {
        DimensionScope.Session => selection.Sessions(all).GroupBy(dimension.Value()).Select(group => new ValueSessions
        {
            Value = group.Key,
            Sessions = group.Sum(visit => (long)visit.NewSession),
            Bounces = group.Sum(visit => (long)visit.Bounce),
            DurationMs = group.Sum(visit => visit.DurationMs),
        }),
        DimensionScope.Entry => Sum(Entered(selection.Sessions(all)), selection.Sessions(all)),
        DimensionScope.Exit => Sum(Left(selection.Sessions(all).Where(visit => visit.Event == Visit.PageLoad)), selection.Sessions(all)),
        _ => Sum(Seen(selection.MatchingOfSessions(all), dimension), selection.Sessions(all)),
    };

    private static IQueryable<ValueSessions> Sum(IQueryable<ValueOfSession> values, IQueryable<Visit> sessions) => values
        .Join(
            sessions.GroupBy(visit => visit.SessionId).Select(session => new
            {
                SessionId = session.Key,
                Sessions = session.Sum(visit => (long)visit.NewSession),
                Bounces = session.Sum(visit => (long)visit.Bounce),
                DurationMs = session.Sum(visit => visit.DurationMs),
            }),
            value => value.SessionId,
            session => session.SessionId,
            (value, session) => new ValueSessions { Value = value.Value, Sessions = session.Sessions, Bounces = session.Bounces, DurationMs = session.DurationMs })
        .GroupBy(session => session.Value)
        .Select(group => new ValueSessions
        {
            Value = group.Key,
            Sessions = group.Sum(session => session.Sessions),
            Bounces = group.Sum(session => session.Bounces),
            DurationMs = group.Sum(session => session.DurationMs),
        });

    private static IQueryable<ValueOfSession> Seen(IQueryable<Visit> visits, Dimension dimension) => (dimension switch
    {
        Dimension.Page => visits.Where(visit => visit.Event == Visit.PageLoad),
        Dimension.Event => visits.Where(visit => visit.Event != Visit.PageLoad),
        _ => visits,
    }).Select(dimension.Value().With(visit => visit.SessionId, (value, session) => new ValueOfSession { Value = value, SessionId = session })).Distinct();

    private static IQueryable<ValueOfSession> Entered(IQueryable<Visit> visits) => visits
        .Where(visit => visit.NewSession == 1 && visit.Event == Visit.PageLoad)
        .Select(visit => new ValueOfSession { Value = visit.Path, SessionId = visit.SessionId });

    // A page view takes the exit from the page before it. Summed up over a session, one is left at its last page.
    private static IQueryable<ValueOfSession> Left(IQueryable<Visit> pageViews) =>
        pageViews.Select(visit => new { visit.SessionId, visit.Path, Exits = 1 })
            .Concat(pageViews.Where(visit => visit.PreviousPath != "").Select(visit => new { visit.SessionId, Path = visit.PreviousPath, Exits = -1 }))
            .GroupBy(row => new { row.SessionId, row.Path })
            .Where(group => group.Sum(row => row.Exits) > 0)
            .Select(group => new ValueOfSession { Value = group.Key.Path, SessionId = group.Key.SessionId });

    private sealed record ValueOfSession
    {
        public string Value { get; init; } = "";
        public long SessionId { get; init; }
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
