namespace BlazorTracking.Features.Stats;

/// <summary>The visitors who first came in a week.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Visitors">How many of them were there in that week, in the week after, and so on until this week.</param>
public sealed record Cohort(DateOnly Week, IReadOnlyList<long> Visitors)
{
    /// <summary>The part of them that was there so many weeks later, 0 to 1.</summary>
    public double Share(int weeksLater) => (double)Visitors[weeksLater] / Visitors[0];
}

/// <summary>How many of the visitors who first came in a week came back in the weeks after; <c>docs/metrics.md</c> defines it.</summary>
/// <param name="Cohorts">Of the last <see cref="Weeks"/> weeks those in which somebody came first, the oldest first.</param>
public sealed record WeeklyRetention(IReadOnlyList<Cohort> Cohorts)
{
    /// <summary>How many weeks are told of, this one included.</summary>
    public const int Weeks = 12;
}
