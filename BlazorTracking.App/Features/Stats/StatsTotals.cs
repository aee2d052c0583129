namespace BlazorTracking.Features.Stats;

/// <summary>The six sums that every headline number is made of; <c>docs/metrics.md</c> defines them.</summary>
/// <param name="Visitors">Different visitors a day, summed over the days.</param>
/// <param name="Sessions">Sessions that began.</param>
/// <param name="PageViews">Page views.</param>
/// <param name="Events">Custom events.</param>
/// <param name="Bounces">Sessions of a single page view and nothing else.</param>
/// <param name="DurationMs">Time spent in the sessions, in milliseconds.</param>
public sealed record StatsTotals(long Visitors, long Sessions, long PageViews, long Events, long Bounces, long DurationMs)
{
    public static StatsTotals Zero { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Bounces by sessions, 0 to 1; null without sessions.</summary>
    public double? BounceRate => Sessions == 0 ? null : (double)Bounces / Sessions;

    /// <summary>Time by sessions; null without sessions.</summary>
    public TimeSpan? AverageVisitTime => Sessions == 0 ? null : TimeSpan.FromMilliseconds((double)DurationMs / Sessions);

    /// <summary>Page views by sessions; null without sessions.</summary>
    public double? ViewsPerSession => Sessions == 0 ? null : (double)PageViews / Sessions;

    public static StatsTotals operator +(StatsTotals one, StatsTotals other) => new(
        one.Visitors + other.Visitors,
        one.Sessions + other.Sessions,
        one.PageViews + other.PageViews,
        one.Events + other.Events,
        one.Bounces + other.Bounces,
        one.DurationMs + other.DurationMs);

    public static StatsTotals Add(StatsTotals one, StatsTotals other) => one + other;
}
