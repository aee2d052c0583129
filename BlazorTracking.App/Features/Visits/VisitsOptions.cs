using System.ComponentModel.DataAnnotations;

namespace BlazorTracking.Features.Visits;

public sealed class VisitsOptions
{
    public const string Section = "Visits";

    [EnumDataType(typeof(VisitEngine), ErrorMessage = "Visits:Engine must be Database.")]
    public VisitEngine Engine { get; init; } = VisitEngine.Database;
}

/// <summary>What holds the visits.</summary>
public enum VisitEngine
{
    /// <summary>The relational database that also holds accounts and sites.</summary>
    Database,
}
