using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Check;

/// <summary>
/// The headline numbers of each day as docs/metrics.md defines them, from what visitors did: who came, which sessions
/// there were, how long they lasted. It believes no column that carries a contribution. Visits are added in the order of
/// time; sessions that have ended are forgotten, so that memory does not grow with the history.
/// </summary>
internal sealed class PlainTotals(TimeZoneInfo zone)
{
    private const long Hour = 60 * 60 * 1000;
    private const long SessionIsOverAfter = 48 * Hour;

    private readonly Dictionary<DateOnly, StatsTotals> _days = [];
    private readonly Dictionary<long, Run> _sessions = [];
    private readonly HashSet<long> _visitors = [];
    private readonly HashSet<(long VisitorId, string Path)> _views = [];
    private readonly Dictionary<DateOnly, (long Visits, long Marked)> _pageVisitors = [];
    private DateOnly _today;
    private long _sweptAt;
    private long? _start;

    public long Count { get; private set; }

    /// <summary>
    /// Of each day the visitors of all pages together: those that the visits tell of, and those that
    /// <see cref="Visit.NewPageVisitor"/> marks.
    /// </summary>
    public IReadOnlyDictionary<DateOnly, (long Visits, long Marked)> PageVisitors => _pageVisitors;

    public void Add(Visit visit)
    {
        Count++;
        var day = zone.DateAt(visit.OccurredAt);
        _start ??= zone.StartOf(day);
        if (day != _today)
        {
            _visitors.Clear();
            _views.Clear();
            _today = day;
        }

        AddTo(day, new StatsTotals(_visitors.Add(visit.VisitorId) ? 1 : 0, 0, visit.IsPageView ? 1 : 0, visit.IsPageView ? 0 : 1, 0, 0));
        var pageVisitors = _pageVisitors.GetValueOrDefault(day);
        _pageVisitors[day] = (pageVisitors.Visits + (visit.IsPageView && _views.Add((visit.VisitorId, visit.Path)) ? 1 : 0), pageVisitors.Marked + visit.NewPageVisitor);
        if (_sessions.TryGetValue(visit.SessionId, out var run))
        {
            _sessions[visit.SessionId] = run with { LastAt = visit.OccurredAt, Visits = run.Visits + 1 };
        }
        else if (visit.NewSession == 1 || visit.SessionStartedAt >= _start)
        {
            // What goes on from a day whose visits were removed is no session of the days that are left.
            _sessions[visit.SessionId] = new Run(visit.OccurredAt, visit.OccurredAt, 1, visit.IsPageView);
        }

        Sweep(visit.OccurredAt);
    }

    /// <summary>The days on which something happened. To be called once, at the end.</summary>
    public IReadOnlyDictionary<DateOnly, StatsTotals> End()
    {
        foreach (var run in _sessions.Values)
        {
            Close(run);
        }

        _sessions.Clear();
        return _days;
    }

    private void Sweep(long now)
    {
        if (now - _sweptAt < Hour)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (id, run) in _sessions.Where(entry => now - entry.Value.LastAt > SessionIsOverAfter))
        {
            Close(run);
            _sessions.Remove(id);
        }
    }

    private void Close(Run run) =>
        AddTo(zone.DateAt(run.StartedAt), new StatsTotals(0, 1, 0, 0, run is { Visits: 1, BeganWithPageView: true } ? 1 : 0, run.LastAt - run.StartedAt));

    private void AddTo(DateOnly day, StatsTotals part) => _days[day] = _days.GetValueOrDefault(day, StatsTotals.Zero) + part;

    private sealed record Run(long StartedAt, long LastAt, long Visits, bool BeganWithPageView);
}
