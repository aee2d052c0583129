using System.Security.Cryptography;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// The running sessions and the visitors seen today, in memory. Decides what a visit contributes to the totals. Used by
/// one writer at a time: it places the visits of a batch, stores them, and only then keeps what they changed.
/// </summary>
internal sealed class SessionBook
{
    private const long SweepInterval = 60 * 1000L;

    private readonly Dictionary<long, Session> _sessions = [];
    private readonly DailySet _visitors = new();
    private readonly PageVisitors _pageVisitors = new();
    private long _sweptAt;

    // Sessions of a book are numbered from a random place on: no other book's are there, and a column store packs
    // numbers side by side into an eighth of random ones (decision 0009).
    private long _nextSessionId = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public int RunningSessions => _sessions.Count;

    /// <summary>Begins a batch; without <see cref="Batch.Keep"/> it leaves no trace.</summary>
    public Batch Begin() => new(this);

    /// <summary>Takes in a visit that is stored already. To be called in the order in which the visits occurred.</summary>
    public void Restore(Visit visit)
    {
        var previous = _sessions.GetValueOrDefault(visit.VisitorId);
        var lastPath = previous?.First.SessionId == visit.SessionId ? previous.LastPath : "";
        _sessions[visit.VisitorId] = new Session(
            visit,
            visit.OccurredAt,
            visit.IsPageView ? visit.Path : lastPath,
            IsBounce: visit.Bounce > 0);
        RestoreVisitor(visit.VisitorId, visit.OccurredAt);
        if (visit.IsPageView)
        {
            RestorePageVisitor(visit.VisitorId, visit.Path, visit.OccurredAt);
        }
    }

    /// <summary>Notes that a visitor was counted already. <paramref name="occurredAt"/> is UTC, Unix milliseconds.</summary>
    public void RestoreVisitor(long visitorId, long occurredAt) => _visitors.Add(visitorId, occurredAt);

    /// <summary>Notes that a visitor of a page was counted already. <paramref name="occurredAt"/> is UTC, Unix milliseconds.</summary>
    public void RestorePageVisitor(long visitorId, string path, long occurredAt) => _pageVisitors.Add(visitorId, path, occurredAt);

    /// <summary>Sets the latest page of a running session whose page view is older than the visits that were restored.</summary>
    public void RestorePath(long visitorId, string path)
    {
        if (_sessions.TryGetValue(visitorId, out var session) && session.LastPath.Length == 0)
        {
            _sessions[visitorId] = session with { LastPath = path };
        }
    }

    /// <summary>The running sessions of which no page view is known.</summary>
    public IReadOnlyList<(long VisitorId, long SessionId)> SessionsWithoutPath() =>
        [.. _sessions.Where(entry => entry.Value.LastPath.Length == 0).Select(entry => (entry.Key, entry.Value.First.SessionId))];

    private void Sweep(long now)
    {
        if (now - _sweptAt < SweepInterval)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (visitorId, session) in _sessions)
        {
            if (!session.IsRunningAt(now))
            {
                _sessions.Remove(visitorId);
            }
        }

        _visitors.Forget(now);
        _pageVisitors.Forget(now);
    }

    /// <summary>The changes of one batch on top of the book.</summary>
    internal sealed class Batch(SessionBook book)
    {
        // A null session was taken over by the visitor's identity of the next day.
        private readonly Dictionary<long, Session?> _sessions = [];
        private readonly Dictionary<long, long> _newVisitors = [];
        private readonly Dictionary<(long VisitorId, string Path), long> _newPageVisitors = [];

        /// <summary>
        /// The visit with its identity, its session's attributes and its contributions.
        /// </summary>
        /// <param name="visit">With <see cref="Visit.VisitorId"/> under the salt of the site's date.</param>
        /// <param name="visitorIdOfYesterday">The same visitor under the salt of the day before: a session that runs over midnight goes on.</param>
        public Visit Place(Visit visit, long visitorIdOfYesterday)
        {
            var session = FindRunning(visit.VisitorId, visit.OccurredAt);
            if (session is null && FindRunning(visitorIdOfYesterday, visit.OccurredAt) is { } overnight)
            {
                session = overnight;
                _sessions[visitorIdOfYesterday] = null;
            }

            var counted = visit with
            {
                NewVisitor = !book._visitors.Contains(visit.VisitorId) && _newVisitors.TryAdd(visit.VisitorId, visit.OccurredAt) ? 1 : 0,
                NewPageVisitor = visit.IsPageView && !book._pageVisitors.Contains(visit.VisitorId, visit.Path) && _newPageVisitors.TryAdd((visit.VisitorId, visit.Path), visit.OccurredAt) ? 1 : 0,
            };
            var placed = session is null ? Open(counted) : Continue(counted, session);
            _sessions[visit.VisitorId] = new Session(
                session?.First ?? placed,
                Math.Max(visit.OccurredAt, session?.LastAt ?? 0),
                visit.IsPageView ? visit.Path : session?.LastPath ?? "",
                IsBounce: session is null && visit.IsPageView);
            return placed;
        }

        /// <summary>The batch is stored: its changes become the book's.</summary>
        public void Keep()
        {
            foreach (var (visitorId, session) in _sessions)
            {
                if (session is null)
                {
                    book._sessions.Remove(visitorId);
                }
                else
                {
                    book._sessions[visitorId] = session;
                    book.Sweep(session.LastAt);
                }
            }

            foreach (var (visitorId, occurredAt) in _newVisitors)
            {
                book.RestoreVisitor(visitorId, occurredAt);
            }

            foreach (var ((visitorId, path), occurredAt) in _newPageVisitors)
            {
                book.RestorePageVisitor(visitorId, path, occurredAt);
            }
        }

        private Visit Open(Visit visit) => visit with
        {
            SessionId = unchecked(book._nextSessionId++),
            NewSession = 1,
            SessionStartedAt = visit.OccurredAt,
            Bounce = visit.IsPageView ? 1 : 0,
            DurationMs = 0,
            PreviousPath = "",
        };

        private static Visit Continue(Visit visit, Session session) => visit with
        {
            SessionId = session.First.SessionId,
            NewSession = 0,
            SessionStartedAt = session.First.SessionStartedAt,
            Bounce = session.IsBounce ? -1 : 0,
            DurationMs = Math.Max(0, visit.OccurredAt - session.LastAt),
            PreviousPath = visit.IsPageView ? session.LastPath : "",
            ReferrerHost = session.First.ReferrerHost,
            ReferrerPath = session.First.ReferrerPath,
            Source = session.First.Source,
            Channel = session.First.Channel,
            UtmSource = session.First.UtmSource,
            UtmMedium = session.First.UtmMedium,
            UtmCampaign = session.First.UtmCampaign,
            UtmContent = session.First.UtmContent,
            UtmTerm = session.First.UtmTerm,
            Country = session.First.Country,
            Region = session.First.Region,
            City = session.First.City,
            PostalCode = session.First.PostalCode,
            Latitude = session.First.Latitude,
            Longitude = session.First.Longitude,
            Browser = session.First.Browser,
            BrowserVersion = session.First.BrowserVersion,
            OperatingSystem = session.First.OperatingSystem,
            OperatingSystemVersion = session.First.OperatingSystemVersion,
            Device = session.First.Device,
            Screen = session.First.Screen,
            Language = session.First.Language,
        };

        private Session? FindRunning(long visitorId, long instant)
        {
            var session = _sessions.TryGetValue(visitorId, out var changed) ? changed : book._sessions.GetValueOrDefault(visitorId);
            return session?.IsRunningAt(instant) == true ? session : null;
        }
    }
}
