using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>The day so far of many sites, each in its own time zone, in one query.</summary>
internal static class TodayQuery
{
    // Every zone's days and hours begin at a quarter of an hour: counted by the quarter, they are put together here.
    private const long Quarter = 15 * 60_000L;

    public static async Task<IReadOnlyList<TodayStats>> ReadTodayAsync(
        this IQueryable<Visit> all, IReadOnlyCollection<Site> sites, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = sites.Select(site => new SiteDay(site, now)).ToList();
        if (days.Count == 0)
        {
            return [];
        }

        var ids = days.ConvertAll(day => day.SiteId);
        var from = days.Min(day => day.Yesterday.From);
        var quarters = await all.Where(visit => ids.Contains(visit.SiteId) && visit.OccurredAt >= from && visit.NewVisitor == 1)
            .GroupBy(visit => new { visit.SiteId, From = visit.OccurredAt - (visit.OccurredAt % Quarter) })
            .Select(quarter => new QuarterVisitors(quarter.Key.SiteId, quarter.Key.From, quarter.LongCount()))
            .ToListAsync(cancellationToken);
        var bySite = quarters.ToLookup(quarter => quarter.SiteId);
        return days.ConvertAll(day => day.Sum(bySite[day.SiteId]));
    }

    private sealed record QuarterVisitors(int SiteId, long From, long Visitors);

    private sealed class SiteDay
    {
        private readonly StatsRange _today;
        private readonly int _hours;

        public SiteDay(Site site, DateTimeOffset now)
        {
            SiteId = site.Id;
            _today = StatsRange.Resolve(RangeKind.Today, null, null, site.Zone(), now, null);
            Yesterday = _today.Previous(now)!;
            _hours = new ChartBuckets(_today.Boundaries()).NumberOf(now.ToUnixTimeMilliseconds()) + 1;
        }

        public int SiteId { get; }

        public StatsRange Yesterday { get; }

        public TodayStats Sum(IEnumerable<QuarterVisitors> quarters)
        {
            var hours = new ChartBuckets(_today.Boundaries());
            var byHour = new long[_hours];
            var (today, yesterday) = (0L, 0L);
            foreach (var quarter in quarters)
            {
                if (hours.NumberOf(quarter.From) is >= 0 and var hour && hour < _hours)
                {
                    byHour[hour] += quarter.Visitors;
                    today += quarter.Visitors;
                }
                else if (Yesterday.Contains(quarter.From) && Yesterday.Contains(quarter.From + Quarter - 1))
                {
                    yesterday += quarter.Visitors;
                }
            }

            return new TodayStats(SiteId, today, yesterday, byHour);
        }
    }
}
