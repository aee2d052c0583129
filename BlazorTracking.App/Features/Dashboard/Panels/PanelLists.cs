using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>What the panels list. When another view is shown, each keeps what it listed until its own is read.</summary>
internal sealed class PanelLists
{
    private readonly Dictionary<Dimension, Breakdown> _earlier = [];
    private LiveStats? _figures;

    /// <summary>Null while it is read and nothing was listed before.</summary>
    public Breakdown? this[Dimension dimension] => _figures?.Find(dimension) ?? _earlier.GetValueOrDefault(dimension);

    /// <summary>What lists the dimension is on its way.</summary>
    public bool IsReading(Dimension dimension) => _figures?.Find(dimension) is null;

    /// <summary>Lists these figures from now on, of the dimensions that may be seen.</summary>
    public void Show(LiveStats figures, IReadOnlyCollection<Dimension> dimensions)
    {
        foreach (var (dimension, breakdown) in _figures?.Breakdowns ?? new Dictionary<Dimension, Breakdown>())
        {
            _earlier[dimension] = breakdown;
        }

        _figures = figures;
        _figures.Watch(dimensions);
    }

    /// <summary>Everything is read: nothing is kept of the view before.</summary>
    public void Settle() => _earlier.Clear();

    public void Clear()
    {
        _figures = null;
        _earlier.Clear();
    }
}
