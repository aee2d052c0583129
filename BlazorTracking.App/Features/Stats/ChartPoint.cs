namespace BlazorTracking.Features.Stats;

/// <summary>One hour, day, week or month of a chart.</summary>
/// <param name="From">Its first instant: UTC, Unix milliseconds.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Totals">What happened in it.</param>
public sealed record ChartPoint(long From, long To, StatsTotals Totals)
{
    /// <summary>It has not begun: nothing is to be drawn.</summary>
    public bool IsFuture(DateTimeOffset now) => From > now.ToUnixTimeMilliseconds();

    /// <summary>It runs: its figures still grow.</summary>
    public bool IsRunning(DateTimeOffset now) => !IsFuture(now) && To > now.ToUnixTimeMilliseconds();
}
