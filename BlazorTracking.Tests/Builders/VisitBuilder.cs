using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Builders;

/// <summary>
/// Visits of one site with consistent contributions: a small model of what the ingestion decides. A person is one
/// visitor a day of the zone; a session ends after 30 minutes without a visit or 24 hours after its start, and survives
/// midnight.
/// </summary>
public sealed class VisitBuilder(int siteId, TimeZoneInfo zone)
{
    private readonly List<Visit> _visits = [];
    private readonly Dictionary<string, Visit> _lastVisit = [];
    private readonly Dictionary<string, string> _lastPage = [];
    private readonly Dictionary<(string Person, DateOnly Day), long> _visitors = [];
    private readonly HashSet<(string Person, DateOnly Day, string Path)> _pageVisitors = [];
    private long _lastSession;

    public IReadOnlyList<Visit> Visits => _visits;

    /// <summary>Adds a page view; not before the one added last.</summary>
    /// <param name="person">Who visits.</param>
    /// <param name="at">When.</param>
    /// <param name="path">Which page.</param>
    /// <param name="session">What a session that it opens has: referrer, place, agent.</param>
    /// <param name="hostname">The site's host.</param>
    public VisitBuilder PageView(string person, DateTimeOffset at, string path = "/", Visit? session = null, string hostname = "example.org") =>
        Add(person, at, Visit.PageLoad, path, session, hostname);

    /// <inheritdoc cref="PageView"/>
    public VisitBuilder Event(string person, DateTimeOffset at, string name, string path = "/", Visit? session = null, string hostname = "example.org") =>
        Add(person, at, name, path, session, hostname);

    private VisitBuilder Add(string person, DateTimeOffset at, string name, string path, Visit? session, string hostname)
    {
        var instant = at.ToUnixTimeMilliseconds();
        if (_visits.Count > 0 && instant < _visits[^1].OccurredAt)
        {
            throw new ArgumentException("Visits are added in the order of time.", nameof(at));
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        var isNewVisitor = _visitors.TryAdd((person, day), _visitors.Count + 1);
        var previous = _lastVisit.GetValueOrDefault(person);
        if (previous is not null && (instant - previous.OccurredAt > 30 * 60_000 || instant - previous.SessionStartedAt >= 24 * 3_600_000))
        {
            previous = null;
        }

        if (previous is null)
        {
            _lastPage.Remove(person);
        }

        var isPageView = name == Visit.PageLoad;
        var visit = (previous ?? session ?? new Visit()) with
        {
            Id = Guid.NewGuid(),
            SiteId = siteId,
            OccurredAt = instant,
            Event = name,
            Hostname = hostname,
            Path = path,
            VisitorId = _visitors[(person, day)],
            SessionId = previous?.SessionId ?? ++_lastSession,
            NewVisitor = isNewVisitor ? 1 : 0,
            NewPageVisitor = isPageView && _pageVisitors.Add((person, day, path)) ? 1 : 0,
            NewSession = previous is null ? 1 : 0,
            SessionStartedAt = previous?.SessionStartedAt ?? instant,
            Bounce = previous is null ? (isPageView ? 1 : 0) : (IsBounce(previous) ? -1 : 0),
            DurationMs = previous is null ? 0 : instant - previous.OccurredAt,
            PreviousPath = isPageView ? _lastPage.GetValueOrDefault(person, "") : "",
        };
        _visits.Add(visit);
        _lastVisit[person] = visit;
        if (isPageView)
        {
            _lastPage[person] = path;
        }

        return this;
    }

    private static bool IsBounce(Visit visit) => visit.NewSession == 1 && visit.IsPageView;
}
