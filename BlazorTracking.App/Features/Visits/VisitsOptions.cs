using System.ComponentModel.DataAnnotations;

namespace BlazorTracking.Features.Visits;

public sealed class VisitsOptions
{
    public const string Section = "Visits";

    /// <summary>The most months for which a retention can be set.</summary>
    public const int LongestRetention = 1200;

    /// <summary>What keeps the visits; <see cref="VisitEngineChoice"/> where none is named.</summary>
    [EnumDataType(typeof(VisitEngine), ErrorMessage = "Visits:Engine must be Database, DuckDb or ClickHouse.")]
    public VisitEngine? Engine { get; init; }

    /// <summary>How much memory an embedded engine may use, in MiB; 0 for a quarter of the machine's.</summary>
    [Range(0, 1 << 24, ErrorMessage = "Visits:MemoryMegabytes must be 0 or a number of MiB.")]
    public int MemoryMegabytes { get; init; }

    /// <summary>How many threads an embedded engine may use for reading; 0 for one a core.</summary>
    [Range(0, 1024, ErrorMessage = "Visits:Threads must be 0 to 1024.")]
    public int Threads { get; init; }

    /// <summary>For how many months visits are kept at most, of any site; 0 for ever.</summary>
    [Range(0, LongestRetention, ErrorMessage = "Visits:RetentionMonths must be 0 or a number of months, at most 1200.")]
    public int RetentionMonths { get; init; }
}

/// <summary>What holds the visits.</summary>
public enum VisitEngine
{
    /// <summary>The relational database that also holds accounts and sites.</summary>
    Database,

    /// <summary>A file of the embedded column store DuckDB.</summary>
    DuckDb,

    /// <summary>A ClickHouse server or cluster.</summary>
    ClickHouse,
}
