using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// What a view shows, as read from the store. Additive figures hold the visits before <paramref name="SettledAt"/>;
/// those after it are in <paramref name="Recent"/>, one by one, so that a visit which arrives while the store is read is
/// counted once. <see cref="LiveStats"/> puts both together.
/// </summary>
/// <param name="Query">What was asked.</param>
/// <param name="Totals">The headline numbers.</param>
/// <param name="Compared">What they are compared with; null without a comparison.</param>
/// <param name="Chart">A point for each hour, day, week or month of the range, also the empty and the future ones.</param>
/// <param name="Breakdowns">The panels.</param>
/// <param name="Limit">How many rows a breakdown has at most.</param>
/// <param name="SettledAt">UTC, Unix milliseconds: everything that happened before is stored.</param>
/// <param name="Recent">Every visit of the site since then that was stored when it was read, whatever the filters.</param>
public sealed record StatsSnapshot(
    StatsQuery Query,
    StatsTotals Totals,
    ComparedStats? Compared,
    IReadOnlyList<ChartPoint> Chart,
    IReadOnlyDictionary<Dimension, Breakdown> Breakdowns,
    int Limit,
    long SettledAt,
    IReadOnlyList<Visit> Recent)
{
    /// <summary>
    /// A beacon is stored, or refused, within so many milliseconds of its arrival: longer than any client waits for its
    /// answer.
    /// </summary>
    public const long SettlingMs = 30_000;
}
