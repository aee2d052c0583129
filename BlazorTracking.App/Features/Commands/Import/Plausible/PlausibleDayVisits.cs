using System.Globalization;
using System.Security.Cryptography;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Commands.Import.Hits;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Plausible;

/// <summary>
/// Visits that come to a day's totals. True of them are the day's visitors, sessions, page views, events, bounces and
/// time, each page's views and entries, and each report's sessions; made up is at what hour they were, and which visit of
/// one report is which of another: values of two reports are combined as if they had nothing to do with each other.
/// </summary>
internal sealed class PlausibleDayVisits(TrackedSite site, PlausibleDay day)
{
    private const long LongestGap = 29 * 60 * 1000;

    // Each report is laid over the sessions with a step of its own, so that no two of them go together.
    private static readonly int[] _steps = [1, 7919, 104_729, 611_953, 1_299_709, 15_485_863];

    private readonly PageSupply _pages = new(day, site.Host);
    private readonly HashSet<(long VisitorId, string Path)> _seen = [];

    public IEnumerable<ImportLine> Make()
    {
        var (file, line) = day.Origin;
        var count = (int)Math.Min(day.Sessions, _pages.Left);
        for (var missing = day.Sessions - count; missing > 0; missing--)
        {
            yield return ImportLine.NotCounted(file, line, "session without a page view");
        }

        if (count > 0)
        {
            foreach (var visit in MakeSessions(count).SelectMany(session => session))
            {
                yield return ImportLine.Of(file, line, visit);
            }
        }
    }

    private List<IEnumerable<Visit>> MakeSessions(int count)
    {
        var views = DistributeViews(count);
        var gaps = views.Sum(visits => (long)visits.Count - 1);
        var (start, end) = (site.Zone.StartOf(day.Date), site.Zone.StartOf(day.Date.AddDays(1)));
        var most = Math.Min(LongestGap, (end - start - 1) / Math.Max(1, views.Max(visits => visits.Count)));
        var total = Math.Min(day.DurationSeconds * 1000, gaps * most);
        var visitors = NewIds((int)Math.Clamp(day.Visitors, 1, count));
        var sessions = NewIds(count);
        var attributes = Attributes(count);

        var result = new List<IEnumerable<Visit>>(count);
        var gapsBefore = 0L;
        for (var i = 0; i < count; i++)
        {
            var ownGaps = views[i].Count - 1;
            var duration = gaps == 0 ? 0 : Share(total, gapsBefore + ownGaps, gaps) - Share(total, gapsBefore, gaps);
            gapsBefore += ownGaps;
            var opening = attributes(i, new Visit
            {
                SiteId = site.Id,
                VisitorId = visitors[i % visitors.Length],
                SessionId = sessions[i],
                SessionStartedAt = start + Share(end - start - duration, i, count),
                Channel = Channel.Direct,
            });
            result.Add([.. Session(opening, views[i], duration, isNewVisitor: i < visitors.Length, i)]);
        }

        return result;
    }

    private IEnumerable<Visit> Session(Visit opening, List<PlannedVisit> views, long duration, bool isNewVisitor, int number)
    {
        var lastPath = "";
        var lastAt = opening.SessionStartedAt;
        for (var i = 0; i < views.Count; i++)
        {
            var at = opening.SessionStartedAt + (views.Count == 1 ? 0 : Share(duration, i, views.Count - 1));
            var isPageView = views[i].Event == Visit.PageLoad;
            yield return opening with
            {
                Id = ImportedId.Of(site.Id, string.Create(CultureInfo.InvariantCulture, $"plausible/{day.Date:yyyy-MM-dd}/{number}/{i}"), at),
                OccurredAt = at,
                Event = views[i].Event,
                Properties = views[i].Properties,
                Hostname = views[i].Host,
                Path = views[i].Path,
                NewVisitor = isNewVisitor && i == 0 ? 1 : 0,
                NewPageVisitor = isPageView && _seen.Add((opening.VisitorId, views[i].Path)) ? 1 : 0,
                NewSession = i == 0 ? 1 : 0,
                Bounce = i switch { 0 => 1, 1 => -1, _ => 0 },
                DurationMs = at - lastAt,
                PreviousPath = isPageView ? lastPath : "",
            };
            (lastAt, lastPath) = (at, isPageView ? views[i].Path : lastPath);
        }
    }

    /// <summary>What is done in each session: a page view each; the others, and the events, where Plausible saw no bounce.</summary>
    private List<List<PlannedVisit>> DistributeViews(int count)
    {
        List<List<PlannedVisit>> sessions = [.. Enumerable.Range(0, count).Select(_ => (List<PlannedVisit>)[_pages.TakeEntry()])];

        // The bounces last: the visitors who came twice are among them no more than among the others.
        var engaged = (int)Math.Clamp(count - day.Bounces, 0, count);
        var next = 0;
        foreach (var visit in _pages.TakeRest().Concat(Events()))
        {
            sessions[next].Add(visit);
            next = (next + 1) % Math.Max(1, engaged);
        }

        return sessions;
    }

    private IEnumerable<PlannedVisit> Events() =>
        day.Events.SelectMany(entry => Enumerable.Repeat(new PlannedVisit(entry.Name, site.Host, entry.Path, entry.Properties), (int)entry.Count));

    /// <summary>Puts what the reports say of a session, by its number, into a visit.</summary>
    private Func<int, Visit, Visit> Attributes(int count)
    {
        var reports = day.Reports.OrderBy(report => report.Key, StringComparer.Ordinal)
            .Select((report, index) => (Report: report.Value, Ends: Ends(report.Value), Step: _steps.Skip(index).Concat(_steps).First(step => count % step != 0 || step == 1)))
            .ToList();
        return (number, visit) => reports.Aggregate(visit, (made, report) =>
        {
            // Where a report says more or less of sessions than there are, each of its values keeps its share, or its number.
            var total = Math.Max(report.Ends[^1], count);
            var place = Share(total, (long)number * report.Step % count, count);
            var at = Array.FindIndex(report.Ends, end => place < end);
            return at < 0 ? made : report.Report[at].Apply(made);
        });
    }

    private static long[] Ends(List<(Func<Visit, Visit> Apply, long Count)> report)
    {
        var end = 0L;
        return [.. report.Select(value => end += value.Count)];
    }

    private static long Share(long total, long part, long parts) => (long)((Int128)total * part / parts);

    private static long[] NewIds(int count)
    {
        var ids = new long[count];
        RandomNumberGenerator.Fill(System.Runtime.InteropServices.MemoryMarshal.AsBytes(ids.AsSpan()));
        return ids;
    }
}

/// <summary>A visit that lacks its time and its session.</summary>
internal sealed record PlannedVisit(string Event, string Host, string Path, string Properties);
