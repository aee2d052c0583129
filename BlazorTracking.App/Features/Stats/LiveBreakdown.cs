using System.Runtime.InteropServices;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// One dimension of a view, kept up to date by addition. Of a value below the rows that were read the count is not
/// known: it goes to <see cref="Missing"/> until <see cref="Insert"/> brings it.
/// </summary>
internal sealed class LiveBreakdown
{
    // New values may keep coming for as long as a view is open: beyond so many times the limit they are read anew.
    private const int Excess = 10;

    private readonly Dictionary<string, long> _counts;
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly bool _isComplete;
    private readonly long _floor;
    private readonly int _limit;
    private IReadOnlyList<BreakdownRow>? _rows;
    private Breakdown? _shown;

    public LiveBreakdown(Breakdown breakdown, int limit)
    {
        Dimension = breakdown.Dimension;
        _limit = limit;
        _isComplete = breakdown.IsComplete;
        _floor = breakdown.IsComplete || breakdown.Rows.Count == 0 ? 0 : breakdown.Rows[^1].Count;
        _counts = breakdown.Rows.ToDictionary(row => row.Value, row => row.Count, StringComparer.Ordinal);
        _rows = breakdown.Rows;
    }

    public Dimension Dimension { get; }

    /// <summary>It must be read anew: something changed that cannot be added.</summary>
    public bool IsStale { get; set; }

    /// <summary>Values that were added to without their count being known.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    public void Add(string value, long count)
    {
        if (!_isComplete && !_counts.ContainsKey(value))
        {
            _missing.Add(value);
            return;
        }

        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _);
        sum += count;
        _rows = null;

        // A row that sinks below those that were not read may no longer be the next largest.
        IsStale |= !_isComplete && ((count < 0 && sum <= _floor) || _counts.Count > _limit * Excess);
        if (sum == 0 && _isComplete)
        {
            _counts.Remove(value);
        }
    }

    /// <summary>Brings the count of a missing value.</summary>
    public void Insert(string value, long count)
    {
        if (_missing.Remove(value))
        {
            _counts[value] = count;
            _rows = null;
        }
    }

    /// <summary>The rows as they are now; the same object as before where nothing has changed.</summary>
    public Breakdown Show(StatsTotals totals)
    {
        _rows ??= [.. _counts.Where(row => row.Value != 0).Select(row => new BreakdownRow(row.Key, row.Value)).Order(BreakdownOrder.Instance).Take(_limit)];
        var now = new Breakdown(Dimension, _rows, 0, _isComplete && _counts.Count <= _limit).OutOf(totals);
        return _shown = now == _shown ? _shown : now;
    }
}
