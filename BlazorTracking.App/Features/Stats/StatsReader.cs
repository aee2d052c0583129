using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Stats;

/// <summary>The read side: every figure that a page shows. LINQ over <see cref="IVisitStore"/>, the same on every engine.</summary>
public sealed class StatsReader(IVisitStore store, TimeProvider clock)
{
    private const long Everything = long.MaxValue;

    private static readonly TimeSpan _betweenRefreshes = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _betweenReports = TimeSpan.FromSeconds(10);

    private readonly SharedReads _shared = new(clock);

    /// <summary>
    /// Everything that a view shows, to be kept up to date by <see cref="LiveStats"/>: subscribe to the live feed before.
    /// Views that ask the same at the same time share one read.
    /// </summary>
    /// <param name="query">Which visits.</param>
    /// <param name="dimensions">The panels.</param>
    /// <param name="limit">How many rows a panel has at most; of countries there are all, for the map.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<StatsSnapshot> ReadSnapshotAsync(StatsQuery query, IReadOnlyCollection<Dimension> dimensions, int limit, CancellationToken cancellationToken) =>
        _shared.ReadAsync(
            (nameof(ReadSnapshotAsync), query, string.Join(',', dimensions), limit),
            TimeSpan.Zero,
            () => ReadSnapshotAsync(query, dimensions, limit),
            cancellationToken);

    /// <summary>
    /// Reads what is stale in a view and puts it in. Views that ask the same share one read a second; one that takes
    /// long is repeated less often. When it fails, the view stays stale.
    /// </summary>
    public async Task RefreshAsync(LiveStats live, CancellationToken cancellationToken)
    {
        var query = live.Query;
        using var refresh = live.Refresh(Settled());
        if (refresh.Totals)
        {
            var (totals, chart) = await ShareAsync("totals", (visits, cancellation) => ReadFiguresAsync(visits, query, Everything, cancellation));
            live.Replace(totals, chart, refresh);
        }

        foreach (var dimension in refresh.Whole)
        {
            var (breakdown, settledAt) = await ReadWholeAsync(live, dimension, _betweenRefreshes, cancellationToken);
            live.Replace(breakdown, settledAt, refresh);
        }

        foreach (var (dimension, values) in refresh.Missing)
        {
            var (counts, settledAt) = await ShareAsync((dimension, string.Join('\n', values)), async (visits, cancellation) =>
            {
                var settled = Settled();
                return (await visits.ReadCountsAsync(query, dimension, values, settled, cancellation), settled);
            });
            live.Insert(dimension, values, counts, settledAt);
        }

        Task<T> ShareAsync<T>(object part, Func<IQueryable<Visit>, CancellationToken, Task<T>> read) =>
            _shared.ReadAsync((query, part, live.Limit), _betweenRefreshes, () => store.QueryAsync(read, CancellationToken.None), cancellationToken);
    }

    /// <summary>
    /// Reads the watched dimensions that were not read yet, all at once, puts each in as it comes, and calls
    /// <paramref name="progressed"/> then. Nobody waits for a pause here: somebody has just asked to see them.
    /// </summary>
    public async Task FillAsync(LiveStats live, Action progressed, CancellationToken cancellationToken)
    {
        using var refresh = live.Refresh(Settled());
        await foreach (var read in Task.WhenEach(live.Unread.Select(dimension => ReadWholeAsync(live, dimension, TimeSpan.Zero, cancellationToken)).ToList()))
        {
            var (breakdown, settledAt) = await read;
            live.Replace(breakdown, settledAt, refresh);
            progressed();
        }
    }

    public Task<StatsTotals> ReadTotalsAsync(StatsQuery query, CancellationToken cancellationToken) =>
        store.QueryAsync((visits, cancellation) => visits.ReadTotalsAsync(query, Everything, cancellation), cancellationToken);

    /// <summary>A point for each interval of the range, also the empty and the future ones.</summary>
    public Task<IReadOnlyList<ChartPoint>> ReadChartAsync(StatsQuery query, CancellationToken cancellationToken) =>
        store.QueryAsync((visits, cancellation) => visits.ReadChartAsync(query, Everything, cancellation), cancellationToken);

    /// <summary>The <paramref name="limit"/> most frequent values of the dimension.</summary>
    public Task<Breakdown> ReadBreakdownAsync(StatsQuery query, Dimension dimension, int limit, CancellationToken cancellationToken) =>
        store.QueryAsync(
            async (visits, cancellation) =>
            {
                var totals = await visits.ReadTotalsAsync(query, Everything, cancellation);
                return await visits.ReadBreakdownAsync(query, dimension, limit, totals, Everything, cancellation);
            },
            cancellationToken);

    /// <summary>
    /// Who met each of the goals. Views that ask the same share one read a second, less often where it takes long; where
    /// what was read for others just now will do, nobody waits for the next.
    /// </summary>
    public Task<Conversions> ReadConversionsAsync(StatsQuery query, IReadOnlyList<VisitCondition> goals, bool takesRecent, CancellationToken cancellationToken) =>
        ShareAsync(_betweenRefreshes, (query, "goals", string.Join('\n', goals)), (visits, cancellation) => visits.ReadConversionsAsync(query, goals, cancellation), takesRecent, cancellationToken);

    /// <summary>The sessions that came to each step or further, in the order of the steps. Shared like <see cref="ReadConversionsAsync"/>, every ten seconds.</summary>
    public Task<IReadOnlyList<long>> ReadFunnelAsync(StatsQuery query, IReadOnlyList<VisitCondition> steps, bool takesRecent, CancellationToken cancellationToken) =>
        ShareAsync(_betweenReports, (query, "funnel", string.Join('\n', steps)), (visits, cancellation) => visits.ReadFunnelAsync(query, steps, cancellation), takesRecent, cancellationToken);

    /// <summary>What came before and after a page. Shared like <see cref="ReadFunnelAsync"/>.</summary>
    /// <param name="query">Which visits.</param>
    /// <param name="path">The page.</param>
    /// <param name="limit">How many pages on either side at most.</param>
    /// <param name="takesRecent">What was read for others just now will do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Journey> ReadJourneyAsync(StatsQuery query, string path, int limit, bool takesRecent, CancellationToken cancellationToken) =>
        ShareAsync(_betweenReports, (query, "journey", path, limit), (visits, cancellation) => visits.ReadJourneyAsync(query, path, limit, cancellation), takesRecent, cancellationToken);

    /// <summary>The pages of the view that the most visitors saw. Shared like <see cref="ReadFunnelAsync"/>.</summary>
    public Task<IReadOnlyList<string>> ReadTopPagesAsync(StatsQuery query, int limit, bool takesRecent, CancellationToken cancellationToken) =>
        ShareAsync<IReadOnlyList<string>>(
            _betweenReports,
            (query, "pages", limit),
            async (visits, cancellation) => [.. (await visits.ReadBreakdownAsync(query, Dimension.Page, limit, StatsTotals.Zero, Everything, cancellation)).Rows.Select(row => row.Value)],
            takesRecent,
            cancellationToken);

    /// <exception cref="ArgumentOutOfRangeException">The page begins before the first visit, or is empty or too large.</exception>
    public Task<LogPage> ReadLogAsync(LogQuery query, CancellationToken cancellationToken) =>
        store.QueryAsync((visits, cancellation) => visits.ReadLogAsync(query, cancellation), cancellationToken);

    /// <summary>The site's latest visits since the instant (UTC, Unix milliseconds), the newest first.</summary>
    public async Task<IReadOnlyList<Visit>> ReadLatestAsync(int siteId, long since, int limit, CancellationToken cancellationToken)
    {
        // On a busy site the last hour has enough of them. Elsewhere it is found first where they begin: whole rows are
        // many columns, and are not read only to be sorted.
        var hourAgo = (clock.GetUtcNow() - TimeSpan.FromHours(1)).ToUnixTimeMilliseconds();
        var latest = await store.QueryAsync((visits, cancellation) => LatestAsync(visits, hourAgo, cancellation), cancellationToken);
        return latest.Count == limit
            ? latest
            : await store.QueryAsync(
                async (visits, cancellation) => await LatestAsync(visits, await FindFirstOfLatestAsync(visits, cancellation) ?? since, cancellation),
                cancellationToken);

        Task<List<Visit>> LatestAsync(IQueryable<Visit> visits, long from, CancellationToken cancellation) => visits
            .Where(visit => visit.SiteId == siteId && visit.OccurredAt >= from)
            .OrderByDescending(visit => visit.OccurredAt).ThenBy(visit => visit.Id)
            .Take(limit)
            .ToListAsync(cancellation);

        Task<long?> FindFirstOfLatestAsync(IQueryable<Visit> visits, CancellationToken cancellation) => visits
            .Where(visit => visit.SiteId == siteId && visit.OccurredAt >= since)
            .OrderByDescending(visit => visit.OccurredAt)
            .Select(visit => (long?)visit.OccurredAt)
            .Skip(limit - 1)
            .FirstOrDefaultAsync(cancellation);
    }

    public Task<bool> HasVisitsAsync(int siteId, CancellationToken cancellationToken) =>
        store.QueryAsync((visits, cancellation) => visits.AnyAsync(visit => visit.SiteId == siteId, cancellation), cancellationToken);

    /// <summary>The local date of the site's first visit, where <see cref="RangeKind.All"/> begins; null without visits.</summary>
    public async Task<DateOnly?> ReadFirstDateAsync(int siteId, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        // Of no visits that is nothing, and 0 with ClickHouse.
        var first = await store.QueryAsync(
            (visits, cancellation) => visits.Where(visit => visit.SiteId == siteId).MinAsync(visit => (long?)visit.OccurredAt, cancellation),
            cancellationToken);
        return first is > 0 ? zone.DateAt(first.Value) : null;
    }

    /// <summary>Who is on the site now; <see cref="ReadOnlineVisitorsAsync"/> gives what can be kept up to date.</summary>
    public async Task<OnlineStats> ReadOnlineAsync(int siteId, CancellationToken cancellationToken) =>
        (await ReadOnlineVisitorsAsync(siteId, cancellationToken)).At(clock.GetUtcNow());

    /// <summary>Who is on the site now, to be kept up to date with the live feed: subscribe to it before.</summary>
    public Task<OnlineVisitors> ReadOnlineVisitorsAsync(int siteId, CancellationToken cancellationToken) =>
        store.QueryAsync((visits, cancellation) => visits.ReadOnlineAsync(siteId, clock.GetUtcNow().ToUnixTimeMilliseconds(), Settled(), cancellation), cancellationToken);

    /// <summary>Who is on each of the sites now, in their order, in one query; without the visits by the minute.</summary>
    public Task<IReadOnlyList<OnlineVisitors>> ReadOnlineVisitorsOfSitesAsync(IReadOnlyCollection<int> siteIds, CancellationToken cancellationToken) =>
        store.QueryAsync((visits, cancellation) => visits.ReadOnlineAsync(siteIds, clock.GetUtcNow().ToUnixTimeMilliseconds(), cancellation), cancellationToken);

    /// <summary>The day so far of each of the sites, in their order, in one query.</summary>
    public Task<IReadOnlyList<TodayStats>> ReadTodayAsync(IReadOnlyCollection<Site> sites, CancellationToken cancellationToken) =>
        store.QueryAsync((visits, cancellation) => visits.ReadTodayAsync(sites, clock.GetUtcNow(), cancellation), cancellationToken);

    /// <summary>The dimension's rows, an additive one's without the visits since the instant that comes with them.</summary>
    private Task<(Breakdown Breakdown, long SettledAt)> ReadWholeAsync(LiveStats live, Dimension dimension, TimeSpan interval, CancellationToken cancellationToken)
    {
        var query = live.Query;
        return ShareAsync(
            interval,
            (query, dimension, live.Limit, interval),
            async (visits, cancellation) =>
            {
                var settled = Settled();
                var before = query.IsAdditive(dimension) ? settled : Everything;
                return (await visits.ReadBreakdownAsync(query, dimension, dimension.Limit(live.Limit), StatsTotals.Zero, before, cancellation), settled);
            },
            takesRecent: false,
            cancellationToken);
    }

    // All parts at once, each as its engine can: what is settled is the same for all of them, whenever they are read.
    private async Task<StatsSnapshot> ReadSnapshotAsync(StatsQuery query, IReadOnlyCollection<Dimension> dimensions, int limit)
    {
        var settledAt = Settled();
        var before = query.IsAdditive ? settledAt : Everything;
        var chart = PartAsync((visits, cancellation) => visits.ReadChartAsync(query, before, cancellation));
        var visitors = query.IsAdditive ? null : PartAsync((visits, cancellation) => visits.CountVisitorsAsync(query, before, cancellation));
        var compared = ReadComparedAsync(query);
        var breakdowns = dimensions.Select(dimension => PartAsync((visits, cancellation) =>
            visits.ReadBreakdownAsync(query, dimension, dimension.Limit(limit), StatsTotals.Zero, query.IsAdditive(dimension) ? settledAt : Everything, cancellation))).ToList();
        var recent = PartAsync((visits, cancellation) =>
            visits.Where(visit => visit.SiteId == query.SiteId && visit.OccurredAt >= settledAt).ToListAsync(cancellation));

        List<Task> parts = [chart, visitors ?? Task.CompletedTask, compared, recent, .. breakdowns];
        await Task.WhenAll(parts);
        var sums = Sum(await chart, visitors is null ? null : await visitors);
        return new StatsSnapshot(
            query,
            sums,
            await compared,
            await chart,
            (await Task.WhenAll(breakdowns)).ToDictionary(breakdown => breakdown.Dimension, breakdown => breakdown.OutOf(sums)),
            limit,
            settledAt,
            await recent);
    }

    // What had happened until then is the sum of the points that were over, and what is read of the one that was running.
    private async Task<ComparedStats?> ReadComparedAsync(StatsQuery query)
    {
        if (query.Comparison.With(query.Range, clock.GetUtcNow()) is not { } soFar
            || query.Comparison.With(query.Range, DateTimeOffset.FromUnixTimeMilliseconds(query.Range.To)) is not { } whole)
        {
            return null;
        }

        var rest = soFar.Since(whole.Boundaries().Last(boundary => boundary <= soFar.To));
        var chart = PartAsync((visits, cancellation) => visits.ReadChartAsync(query with { Range = whole }, Everything, cancellation));
        var running = rest.From == rest.To
            ? Task.FromResult(StatsTotals.Zero)
            : PartAsync((visits, cancellation) => visits.ReadTotalsAsync(query with { Range = rest }, Everything, cancellation));
        var visitors = query.IsAdditive ? null : PartAsync((visits, cancellation) => visits.CountVisitorsAsync(query with { Range = soFar }, Everything, cancellation));
        await Task.WhenAll(chart, running, visitors ?? Task.CompletedTask);
        var over = (await chart).Where(point => point.To <= rest.From);
        var last = new ChartPoint(rest.From, rest.To, await running);
        return new ComparedStats(Sum(over.Append(last), visitors is null ? null : await visitors), await chart);
    }

    private Task<T> PartAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> read) => store.QueryAsync(read, CancellationToken.None);

    private static async Task<(StatsTotals Totals, IReadOnlyList<ChartPoint> Chart)> ReadFiguresAsync(
        IQueryable<Visit> visits, StatsQuery query, long before, CancellationToken cancellationToken)
    {
        var chart = await visits.ReadChartAsync(query, before, cancellationToken);
        long? visitors = query.IsAdditive ? null : await visits.CountVisitorsAsync(query, before, cancellationToken);
        return (Sum(chart, visitors), chart);
    }

    // Where visitors are counted as distinct ones, they are no sum: who was there in two of the points is one.
    private static StatsTotals Sum(IEnumerable<ChartPoint> chart, long? visitors)
    {
        var sum = chart.Aggregate(StatsTotals.Zero, (sum, point) => sum + point.Totals);
        return visitors is { } different ? sum with { Visitors = different } : sum;
    }

    private Task<T> ShareAsync<T>(TimeSpan interval, object key, Func<IQueryable<Visit>, CancellationToken, Task<T>> read, bool takesRecent, CancellationToken cancellationToken) =>
        _shared.ReadAsync(key, interval, () => store.QueryAsync(read, CancellationToken.None), takesRecent, cancellationToken);

    // Everything that arrived before is stored.
    private long Settled() => clock.GetUtcNow().ToUnixTimeMilliseconds() - StatsSnapshot.SettlingMs;
}
