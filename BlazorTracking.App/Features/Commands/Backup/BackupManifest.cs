namespace BlazorTracking.Features.Commands.Backup;

/// <summary>What an archive says of itself, in its entry <see cref="Name"/>.</summary>
/// <param name="Version">Of the archive's layout.</param>
/// <param name="CreatedAt">When the backup began.</param>
/// <param name="Files">Every other entry.</param>
internal sealed record BackupManifest(int Version, DateTimeOffset CreatedAt, IReadOnlyList<BackupFile> Files)
{
    public const string Name = "manifest.json";
    public const int Latest = 1;
}

/// <summary>A file of a backup.</summary>
/// <param name="Name">The entry's name; of a <see cref="BackupPart.File"/> its path in the data directory, with slashes.</param>
/// <param name="Part">What it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">In hexadecimal.</param>
internal sealed record BackupFile(string Name, BackupPart Part, long Length, string Sha256);

internal enum BackupPart
{
    /// <summary>The SQLite database.</summary>
    Database,

    /// <summary>The DuckDB file of the visits.</summary>
    Visits,

    /// <summary>Anything else of the data directory, such as the keys of the cookies.</summary>
    File,
}
