namespace BlazorTracking.Features.Stats;

/// <summary>What of a view is to be read, and how far its visits were when that was found.</summary>
/// <param name="Totals">The totals and the chart.</param>
/// <param name="Whole">Dimensions of which all rows are to be read.</param>
/// <param name="Missing">Values of which the counts are to be read.</param>
/// <param name="Added">How many visits had been added.</param>
/// <param name="Kept">Ends the keeping of recent visits.</param>
internal sealed record LiveRefresh(
    bool Totals,
    IReadOnlyList<Dimension> Whole,
    IReadOnlyList<(Dimension Dimension, IReadOnlyList<string> Values)> Missing,
    long Added,
    IDisposable Kept) : IDisposable
{
    public void Dispose() => Kept.Dispose();
}
