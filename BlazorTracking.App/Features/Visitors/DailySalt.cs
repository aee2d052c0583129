namespace BlazorTracking.Features.Visitors;

/// <summary>The secret under which the visitors of one calendar date are hashed. Deleted two days after the date has ended everywhere.</summary>
public sealed class DailySalt
{
    public const int Length = 32;

    public required DateOnly Date { get; init; }

    /// <summary><see cref="Length"/> random bytes.</summary>
    public required byte[] Value { get; init; }
}
