namespace BlazorTracking.Features.Visits;

/// <summary>Which engine the program keeps its visits in, written down when it starts: the one row of its table.</summary>
public sealed class VisitHolder
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required VisitEngine Engine { get; set; }

    /// <summary>Where that engine was, without a secret: a file, or a database and its server.</summary>
    public required string Location { get; set; }
}
