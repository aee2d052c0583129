using BlazorTracking.Data;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;
using EntityFramework = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions;

namespace BlazorTracking.Features.Commands.Check;

/// <summary>
/// Compares what the dashboard says of every day with what follows from the visits one by one, and looks for visits and
/// refusals that belong to nobody. Visits of the last seconds are left out, so that it can run beside the server.
/// </summary>
internal sealed class VisitCheck(IVisitStore store, Microsoft.EntityFrameworkCore.IDbContextFactory<TrackingDbContext> contexts, TimeProvider time)
{
    /// <summary>Ranges of so many days at most have a point a day.</summary>
    private const int DaysPerChart = 90;

    /// <summary>And of so many at least.</summary>
    private const int ShortestChart = 3;

    /// <summary>Checks one site's days.</summary>
    /// <param name="site">Which.</param>
    /// <param name="progress">Told the share that is done and the number of visits.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<SiteCheck> CheckAsync(Site site, Action<double, long> progress, CancellationToken cancellationToken)
    {
        var zone = site.Zone();
        var before = time.GetUtcNow().ToUnixTimeMilliseconds() - StatsSnapshot.SettlingMs;
        var total = await store.QueryAsync(
            (visits, token) => visits.LongCountAsync(visit => visit.SiteId == site.Id && visit.OccurredAt < before, token), cancellationToken);
        var plain = new PlainTotals(zone);
        long? first = null;
        var last = 0L;
        await foreach (var page in store.ReadInOrderAsync(site.Id, long.MinValue, before, cancellationToken))
        {
            foreach (var visit in page)
            {
                plain.Add(visit);
            }

            first ??= page[0].OccurredAt;
            last = page[^1].OccurredAt;
            progress((double)plain.Count / Math.Max(total, plain.Count), plain.Count);
        }

        var days = plain.End();
        List<Difference> differences = first is { } begin
            ? await CompareAsync(site, days, zone.DateAt(begin), zone.DateAt(last), before, cancellationToken)
            : [];
        differences.AddRange(
            from day in plain.PageVisitors
            where day.Value.Visits != day.Value.Marked
            select new Difference(Invariant($"site {site.Id}, {day.Key:yyyy-MM-dd}"), Invariant($"visitors of pages: {day.Value.Visits:N0} by the visits, {day.Value.Marked:N0} on the dashboard")));
        return new SiteCheck(plain.Count, days.Count, differences, await ReadRefusalsAsync(site.Id, cancellationToken));
    }

    /// <summary>What belongs to no site, and what a ledger cannot hold.</summary>
    public async Task<IReadOnlyList<Difference>> CheckStraysAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await EntityFramework.ToListAsync(context.Sites.Select(site => site.Id), cancellationToken);
        var strays = await store.QueryAsync(
            (visits, token) => visits
                .Where(visit => !known.Contains(visit.SiteId))
                .GroupBy(visit => visit.SiteId)
                .Select(site => new { Id = site.Key, Count = site.Count() })
                .ToListAsync(token),
            cancellationToken);
        var entries = await EntityFramework.ToListAsync(EntityFramework.AsNoTracking(context.LedgerEntries), cancellationToken);
        var tomorrow = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1);
        return
        [
            .. strays.Select(stray => new Difference($"site {stray.Id}", Invariant($"{stray.Count:N0} visits, but there is no such site"))),
            .. from entry in entries
               let what = entry switch
               {
                   { SiteId: not 0 } when !known.Contains(entry.SiteId) => "refused beacons, but there is no such site",
                   { Count: < 0 } => "a negative number of refused beacons",
                   _ when !Enum.IsDefined(entry.Reason) => "refused beacons for a reason that does not exist",
                   _ when entry.Date > tomorrow => "refused beacons in the future",
                   _ => null,
               }
               where what is not null
               select new Difference(Invariant($"ledger, site {entry.SiteId}, {entry.Date:yyyy-MM-dd}"), Invariant($"{entry.Count:N0} {what}")),
        ];
    }

    private async Task<List<Difference>> CompareAsync(
        Site site, IReadOnlyDictionary<DateOnly, StatsTotals> plain, DateOnly first, DateOnly last, long before, CancellationToken cancellationToken)
    {
        var differences = new List<Difference>();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(before);
        for (var begin = first; begin <= last; begin = begin.AddDays(DaysPerChart))
        {
            var end = Earlier(begin.AddDays(DaysPerChart - 1), last);
            var from = Earlier(begin, end.AddDays(1 - ShortestChart));
            var query = new StatsQuery(site.Id, StatsRange.Resolve(RangeKind.Custom, from, end, site.Zone(), now, first), []);
            var chart = await store.QueryAsync((visits, token) => visits.ReadChartAsync(query, before, token), cancellationToken);
            foreach (var point in chart)
            {
                var day = site.Zone().DateAt(point.From);
                if (day >= begin)
                {
                    differences.AddRange(Compare($"site {site.Id}, {day:yyyy-MM-dd}", plain.GetValueOrDefault(day, StatsTotals.Zero), point.Totals));
                }
            }
        }

        return differences;
    }

    private static IEnumerable<Difference> Compare(string place, StatsTotals rows, StatsTotals dashboard) =>
        from number in new (string Name, long Rows, long Dashboard)[]
        {
            ("visitors", rows.Visitors, dashboard.Visitors),
            ("sessions", rows.Sessions, dashboard.Sessions),
            ("page views", rows.PageViews, dashboard.PageViews),
            ("events", rows.Events, dashboard.Events),
            ("bounces", rows.Bounces, dashboard.Bounces),
            ("time in ms", rows.DurationMs, dashboard.DurationMs),
        }
        where number.Rows != number.Dashboard
        select new Difference(place, Invariant($"{number.Name}: {number.Rows:N0} by the visits, {number.Dashboard:N0} on the dashboard"));

    private async Task<IReadOnlyDictionary<RefusalReason, long>> ReadRefusalsAsync(int siteId, CancellationToken cancellationToken) =>
        await new LedgerReader(contexts).ReadAsync(siteId, DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>What the check of a site found.</summary>
/// <param name="Visits">How many visits were looked at.</param>
/// <param name="Days">On how many days they were.</param>
/// <param name="Differences">Empty when all is well.</param>
/// <param name="Refusals">The site's ledger.</param>
internal sealed record SiteCheck(long Visits, int Days, IReadOnlyList<Difference> Differences, IReadOnlyDictionary<RefusalReason, long> Refusals);
