using System.Text.RegularExpressions;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>The definitions of docs/metrics.md, word by word, over plain lists: it looks at what visitors did, not at the contributions that the rows carry.</summary>
public sealed class StatsModel(IEnumerable<Visit> visits, StatsQuery query)
{
    private readonly List<Session> _sessions =
        [.. visits.Where(visit => visit.SiteId == query.SiteId).GroupBy(visit => visit.SessionId).Select(session => new Session([.. session]))];

    private readonly HashSet<Visit> _firstOfDay =
        [.. visits.Where(visit => visit.SiteId == query.SiteId).GroupBy(visit => visit.VisitorId).Select(visitor => visitor.First())];

    private readonly HashSet<Visit> _firstOfPage =
        [.. visits.Where(visit => visit.SiteId == query.SiteId && visit.IsPageView).GroupBy(visit => (visit.VisitorId, visit.Path)).Select(views => views.First())];

    private bool OnlySessionFilters => query.Range.Kind != RangeKind.Realtime && query.Filters.All(filter => !IsOfVisit(filter.Dimension) && filter.Dimension is not (Dimension.EntryPage or Dimension.ExitPage));

    private List<Visit> Visits => [.. _sessions.SelectMany(session => session.Visits.Where(visit => Matches(session, visit)).Where(visit => query.Range.Contains(visit.OccurredAt)))];

    private List<Session> Sessions => [.. _sessions.Where(session => query.Range.Contains(session.Start) && session.Visits.Any(visit => Matches(session, visit)))];

    public StatsTotals Totals() => Totals(query.Range.From, query.Range.To);

    public IReadOnlyList<ChartPoint> Chart()
    {
        var boundaries = query.Range.Boundaries();
        return [.. boundaries.Zip(boundaries.Skip(1), (from, to) => new ChartPoint(from, to, Totals(from, to)))];
    }

    public Breakdown Breakdown(Dimension dimension, int limit)
    {
        var rows = Counts(dimension).OrderByDescending(row => row.Count).ThenBy(row => row.Value, StringComparer.Ordinal).ToList();
        return new Breakdown(dimension, [.. rows.Take(limit)], 0, rows.Count <= limit).OutOf(Totals());
    }

    public Conversions Conversions(IReadOnlyList<VisitCondition> goals) => new(
        Visitors(Visits),
        [.. goals.Select(goal => Visits.Where(visit => Meets(goal, visit)).ToList()).Select(met => new Conversion(Visitors(met), met.Count))]);

    /// <summary>Of each session the first visit that meets the first step, of those after it the first that meets the second, and so on.</summary>
    public IReadOnlyList<long> Funnel(IReadOnlyList<VisitCondition> steps)
    {
        var reached = new long[steps.Count];
        foreach (var session in Sessions)
        {
            var at = long.MinValue;
            for (var step = 0; step < steps.Count && session.Visits.FirstOrDefault(visit => visit.OccurredAt > at && Meets(steps[step], visit)) is { } taken; step++)
            {
                at = taken.OccurredAt;
                reached[step]++;
            }
        }

        return reached;
    }

    public Journey Journey(string path, int limit)
    {
        var ways = Sessions.Select(session => session.Visits.Where(visit => visit.IsPageView).Select(visit => visit.Path).ToList()).ToList();
        var before = ways.SelectMany(way => way.Zip(way.Skip(1))).Where(pair => pair.Second == path).Select(pair => pair.First);
        var after = ways.SelectMany(way => way.Zip(way.Skip(1))).Where(pair => pair.First == path).Select(pair => pair.Second);
        return new Journey(
            path,
            ways.Sum(way => way.Count(page => page == path)),
            ways.Count(way => way.FirstOrDefault() == path),
            ways.Count(way => way.LastOrDefault() == path),
            Top(before),
            Top(after));

        IReadOnlyList<BreakdownRow> Top(IEnumerable<string> pages) =>
            [.. pages.GroupBy(page => page).Select(page => new BreakdownRow(page.Key, page.Count())).OrderByDescending(row => row.Count).ThenBy(row => row.Value, StringComparer.Ordinal).Take(limit)];
    }

    private static bool Meets(VisitCondition condition, Visit visit) => condition.Kind == ConditionKind.Page
        ? visit.IsPageView && IsLike(condition.Text, visit.Path)
        : !visit.IsPageView && visit.Event == condition.Text;

    private IEnumerable<BreakdownRow> Counts(Dimension dimension) => dimension switch
    {
        Dimension.EntryPage => Sessions.Where(session => session.Entry is not null).GroupBy(session => session.Entry!).Select(page => new BreakdownRow(page.Key, page.Count())),
        Dimension.ExitPage => Sessions.Where(session => session.Exit is not null).GroupBy(session => session.Exit!).Select(page => new BreakdownRow(page.Key, page.Count())),
        Dimension.Event => Visits.Where(visit => !visit.IsPageView).GroupBy(visit => visit.Event).Select(name => new BreakdownRow(name.Key, name.Count())),
        Dimension.Page => Visits.Where(visit => visit.IsPageView && (!OnlySessionFilters || _firstOfPage.Contains(visit))).GroupBy(visit => visit.Path).Select(page => new BreakdownRow(page.Key, Visitors(page))),
        Dimension.Hostname => Visits.GroupBy(visit => visit.Hostname).Select(host => new BreakdownRow(host.Key, Visitors(host))),
        _ => Visits.Where(visit => !OnlySessionFilters || _firstOfDay.Contains(visit)).GroupBy(visit => Value(dimension, visit)).Select(value => new BreakdownRow(value.Key, Visitors(value))),
    };

    private StatsTotals Totals(long from, long to)
    {
        var matching = Visits.Where(visit => visit.OccurredAt >= from && visit.OccurredAt < to).ToList();
        var sessions = Sessions.Where(session => session.Start >= from && session.Start < to).ToList();
        return new StatsTotals(
            OnlySessionFilters ? matching.Count(_firstOfDay.Contains) : Visitors(matching),
            sessions.Count,
            matching.Count(visit => visit.IsPageView),
            matching.Count(visit => !visit.IsPageView),
            sessions.Count(session => session.Visits is [{ IsPageView: true }]),
            sessions.Sum(session => session.Visits[^1].OccurredAt - session.Start));
    }

    private static long Visitors(IEnumerable<Visit> visits) => visits.Select(visit => visit.VisitorId).Distinct().Count();

    private bool Matches(Session session, Visit visit) => query.Filters.All(filter => Matches(filter, filter.Dimension switch
    {
        Dimension.EntryPage => session.Entry,
        Dimension.ExitPage => session.Exit,
        _ => Value(filter.Dimension, visit),
    }));

    private static bool Matches(VisitFilter filter, string? value) => filter.Operator switch
    {
        FilterOperator.Is => filter.Values.Any(wanted => value == wanted),
        FilterOperator.IsNot => filter.Values.All(wanted => value != wanted),
        FilterOperator.Contains => filter.Values.Any(part => value?.Contains(part, StringComparison.Ordinal) == true),
        FilterOperator.Matches => filter.Values.Any(pattern => value is not null && IsLike(pattern, value)),
        _ => !filter.Values.Any(part => value?.Contains(part, StringComparison.Ordinal) == true),
    };

    private static bool IsLike(string pattern, string value) =>
        Regex.IsMatch(value, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static bool IsOfVisit(Dimension dimension) => dimension is Dimension.Page or Dimension.Hostname or Dimension.Event;

    private static string Value(Dimension dimension, Visit visit) => dimension switch
    {
        Dimension.Page => visit.Path,
        Dimension.Referrer => visit.ReferrerHost + visit.ReferrerPath,
        Dimension.BrowserVersion => $"{visit.Browser} {visit.BrowserVersion}".TrimEnd(),
        Dimension.OperatingSystemVersion => $"{visit.OperatingSystem} {visit.OperatingSystemVersion}".TrimEnd(),
        _ => (string)typeof(Visit).GetProperty(dimension.ToString())!.GetValue(visit)!,
    };

    private sealed record Session(IReadOnlyList<Visit> Visits)
    {
        public long Start => Visits[0].OccurredAt;

        public string? Entry => Visits[0].IsPageView ? Visits[0].Path : null;

        public string? Exit => Visits.LastOrDefault(visit => visit.IsPageView)?.Path;
    }
}
