namespace BlazorTracking.Features.Stats;

/// <summary>How often a goal was met.</summary>
/// <param name="Visitors">Different visitors who met it.</param>
/// <param name="Visits">How often it was met in all.</param>
public sealed record Conversion(long Visitors, long Visits);

/// <summary>What came of goals in a view; <c>docs/metrics.md</c> defines it.</summary>
/// <param name="Visitors">Different visitors of the view, of whom a rate is.</param>
/// <param name="Goals">One for each goal, in their order.</param>
public sealed record Conversions(long Visitors, IReadOnlyList<Conversion> Goals)
{
    /// <summary>The part of the view's visitors who met the goal, 0 to 1.</summary>
    public double Rate(Conversion goal) => Visitors == 0 ? 0 : (double)goal.Visitors / Visitors;

    public bool Equals(Conversions? other) => other is not null && Visitors == other.Visitors && Goals.SequenceEqual(other.Goals);

    public override int GetHashCode() => HashCode.Combine(Visitors, Goals.Count);
}
