using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// The visits that the live feed brought and that are not counted in yet. Holds so many and no more, so that a circuit
/// which nobody looks at any longer stays small: what comes after that is read from the store.
/// </summary>
public sealed class ArrivedVisits
{
    public const int Capacity = 5_000;

    private readonly Lock _lock = new();
    private List<Visit> _visits = [];
    private bool _hasOverflown;

    public void Add(IReadOnlyList<Visit> visits)
    {
        lock (_lock)
        {
            if (_hasOverflown || _visits.Count + visits.Count > Capacity)
            {
                _hasOverflown = true;
                _visits = [];
            }
            else
            {
                _visits.AddRange(visits);
            }
        }
    }

    /// <summary>Hands them over, in their order. When there were too many none are handed over, and everything must be read anew.</summary>
    public (IReadOnlyList<Visit> Visits, bool HasOverflown) Take()
    {
        lock (_lock)
        {
            var taken = (_visits, _hasOverflown);
            (_visits, _hasOverflown) = ([], false);
            return taken;
        }
    }
}
