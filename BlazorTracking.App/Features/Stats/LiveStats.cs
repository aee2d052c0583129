using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// The figures of one view, kept up to date by addition: give it every visit of the site that the live feed brings from
/// before the snapshot was read. What cannot be added exactly (distinct counts under a page or event filter, a value that was
/// not among the rows) makes it stale; <see cref="StatsReader.RefreshAsync"/> reads that.
/// Used by one circuit, not thread-safe.
/// </summary>
public sealed class LiveStats
{
    private readonly Dictionary<Dimension, LiveBreakdown> _breakdowns;
    private readonly List<Dimension> _unread = [];
    private readonly HashSet<Guid> _counted;
    private readonly RecentVisits _recent = new();
    private readonly StatsTotals[] _points;
    private readonly long[] _boundaries;
    private readonly ChartBuckets _buckets;
    private readonly long _settledAt;
    private bool _totalsAreStale;

    public LiveStats(StatsSnapshot snapshot)
    {
        Query = snapshot.Query;
        Limit = snapshot.Limit;
        Totals = snapshot.Totals;
        Compared = snapshot.Compared;
        _points = [.. snapshot.Chart.Select(point => point.Totals)];
        _boundaries = [.. snapshot.Chart.Select(point => point.From), Query.Range.To];
        _buckets = new ChartBuckets(_boundaries);
        _breakdowns = snapshot.Breakdowns.ToDictionary(entry => entry.Key, entry => new LiveBreakdown(entry.Value, entry.Key.Limit(Limit)));
        _settledAt = snapshot.SettledAt;
        _counted = [.. snapshot.Recent.Select(visit => visit.Id)];
        foreach (var visit in snapshot.Recent)
        {
            Count(visit);
        }
    }

    public StatsQuery Query { get; }

    public StatsTotals Totals { get; private set; }

    /// <summary>What it is compared with, as read; null without a comparison.</summary>
    public ComparedStats? Compared { get; }

    public IReadOnlyList<ChartPoint> Chart => [.. _points.Select((totals, number) => new ChartPoint(_boundaries[number], _boundaries[number + 1], totals))];

    /// <summary>The watched dimensions that were read.</summary>
    public IReadOnlyDictionary<Dimension, Breakdown> Breakdowns => _breakdowns.ToDictionary(entry => entry.Key, entry => entry.Value.Show(Totals));

    /// <summary>Something must be read: a visit came that could not be added, or a dimension is watched that was not read.</summary>
    public bool IsStale => _totalsAreStale || _unread.Count > 0 || _breakdowns.Values.Any(breakdown => breakdown.IsStale || breakdown.Missing.Count > 0);

    /// <summary>The watched dimensions that were not read yet, in the order in which they were asked for.</summary>
    public IReadOnlyList<Dimension> Unread => _unread;

    internal int Limit { get; }

    /// <summary>The rows of a watched dimension; null while they are not read.</summary>
    public Breakdown? Find(Dimension dimension) => _breakdowns.GetValueOrDefault(dimension)?.Show(Totals);

    /// <summary>Counts the visits in, those that were counted already left out.</summary>
    public void Add(IReadOnlyList<Visit> visits)
    {
        foreach (var visit in visits)
        {
            if (visit.SiteId == Query.SiteId && visit.OccurredAt >= _settledAt && !_counted.Remove(visit.Id))
            {
                Count(visit);
                MarkStale();
            }
        }
    }

    /// <summary>Says which dimensions are shown from now on: new ones are read by the next refresh, the others are dropped.</summary>
    public void Watch(IReadOnlyCollection<Dimension> dimensions)
    {
        _unread.Clear();
        _unread.AddRange(dimensions.Distinct().Where(dimension => !_breakdowns.ContainsKey(dimension)));
        foreach (var dimension in _breakdowns.Keys.Except(dimensions).ToList())
        {
            _breakdowns.Remove(dimension);
        }
    }

    /// <summary>What is to be read. Until the result is disposed, visits since <paramref name="settledAt"/> are kept to be added to what is read.</summary>
    internal LiveRefresh Refresh(long settledAt) => new(
        _totalsAreStale,
        [.. _unread, .. _breakdowns.Values.Where(breakdown => breakdown.IsStale).Select(breakdown => breakdown.Dimension)],
        [.. _breakdowns.Values.Where(breakdown => !breakdown.IsStale && breakdown.Missing.Count > 0).Select(breakdown => (breakdown.Dimension, (IReadOnlyList<string>)[.. breakdown.Missing]))],
        _recent.Added,
        _recent.Keep(settledAt));

    /// <summary>Puts in the chart and with it the totals, which were read after the refresh began.</summary>
    internal void Replace(StatsTotals totals, IReadOnlyList<ChartPoint> chart, LiveRefresh refresh)
    {
        Totals = totals;
        for (var number = 0; number < _points.Length; number++)
        {
            _points[number] = chart[number].Totals;
        }

        _totalsAreStale = _recent.Added > refresh.Added;
    }

    /// <summary>Puts in a dimension that was read whole; an additive one without the visits since <paramref name="settledAt"/>.</summary>
    internal void Replace(Breakdown breakdown, long settledAt, LiveRefresh refresh)
    {
        if (!_unread.Remove(breakdown.Dimension) && !_breakdowns.ContainsKey(breakdown.Dimension))
        {
            return;
        }

        var live = _breakdowns[breakdown.Dimension] = new LiveBreakdown(breakdown, breakdown.Dimension.Limit(Limit));
        if (!Query.IsAdditive(live.Dimension))
        {
            live.IsStale = _recent.Added > refresh.Added;
            return;
        }

        foreach (var visit in _recent.Since(settledAt).Where(Query.Accepts))
        {
            AddTo(live, visit);
        }
    }

    /// <summary>Puts in the counts of values that were missing, read without the visits since <paramref name="settledAt"/>.</summary>
    internal void Insert(Dimension dimension, IReadOnlyList<string> values, IReadOnlyList<BreakdownRow> counts, long settledAt)
    {
        if (!_breakdowns.TryGetValue(dimension, out var live))
        {
            return;
        }

        var rows = _recent.Since(settledAt).Where(Query.Accepts)
            .SelectMany(visit => Contribution.To(dimension, visit, Query.Range))
            .Concat(counts)
            .ToLookup(row => row.Value, row => row.Count, StringComparer.Ordinal);
        foreach (var value in values)
        {
            live.Insert(value, rows[value].Sum());
        }
    }

    private void Count(Visit visit)
    {
        _recent.Add(visit);
        if (!Query.IsAdditive || !Query.Accepts(visit))
        {
            return;
        }

        AddTo(_buckets.NumberOf(visit.OccurredAt), Contribution.OfVisit(visit));
        AddTo(_buckets.NumberOf(visit.SessionStartedAt), Contribution.OfSession(visit));
        foreach (var breakdown in _breakdowns.Values.Where(breakdown => Query.IsAdditive(breakdown.Dimension)))
        {
            AddTo(breakdown, visit);
        }
    }

    private void AddTo(int point, StatsTotals contribution)
    {
        if (point >= 0)
        {
            _points[point] += contribution;
            Totals += contribution;
        }
    }

    private void AddTo(LiveBreakdown breakdown, Visit visit)
    {
        foreach (var row in Contribution.To(breakdown.Dimension, visit, Query.Range))
        {
            breakdown.Add(row.Value, row.Count);
        }
    }

    private void MarkStale()
    {
        _totalsAreStale |= !Query.IsAdditive;
        foreach (var breakdown in _breakdowns.Values.Where(breakdown => !Query.IsAdditive(breakdown.Dimension)))
        {
            breakdown.IsStale = true;
        }
    }
}
