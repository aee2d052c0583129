using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;

namespace BlazorTracking.Features.Commands.Backup;

/// <summary>Where everything is that a backup holds, and that a restore puts back.</summary>
internal sealed class DataFiles(IServiceProvider services, DataDirectory directory, DatabaseConnection database, VisitEngineChoice choice)
{
    /// <summary>What belongs to a running program alone.</summary>
    private static readonly string[] _passing = [".lock", ".migration", ".partial", ".restored", ".visits", PendingRestore.FileName];

    public string Directory { get; } = Path.TrimEndingDirectorySeparator(directory.PathOf(""));

    /// <summary>The file of the database; null where it is on a server.</summary>
    public string? Database => database.Provider == DatabaseProvider.Sqlite ? Path.GetFullPath(database.Location) : null;

    /// <summary>The DuckDB file of the visits, whether it is there or not.</summary>
    public string Visits => choice.Engine == VisitEngine.DuckDb
        ? Path.GetFullPath(services.GetRequiredService<DuckDbFile>().Location)
        : directory.PathOf("visits.duckdb");

    /// <summary>Everything else in the data directory, as paths in it with slashes.</summary>
    public IEnumerable<string> Others() =>
        System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains($".partial{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => !Array.Exists(_passing, ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !IsPartOf(path, Database) && !IsPartOf(path, Visits))
            .Select(path => Path.GetRelativePath(Directory, path).Replace('\\', '/'));

    /// <summary>Where the file of an archive belongs.</summary>
    /// <exception cref="CommandException">It cannot be restored under these settings.</exception>
    public string PlaceOf(BackupFile file) => file.Part switch
    {
        BackupPart.Database => Database ?? throw new CommandException("The backup holds a SQLite database, but Database:Provider is SqlServer."),
        BackupPart.Visits => Visits,
        _ => Path.Combine([Directory, .. file.Name.Split('/')]),
    };

    /// <summary>What is kept elsewhere and is in no backup, a sentence each.</summary>
    public IEnumerable<string> Elsewhere()
    {
        if (Database is null)
        {
            yield return $"Not in the backup: the database {database.Location}. Back it up with SQL Server's own BACKUP DATABASE.";
        }

        if (choice.Engine == VisitEngine.ClickHouse)
        {
            yield return "Not in the backup: the visits in ClickHouse. Back them up with ClickHouse's own BACKUP.";
        }
    }

    // The file itself, its logs and what it spills: "tracking.db-wal", "visits.duckdb.tmp/…".
    private static bool IsPartOf(string path, string? file) =>
        file is not null && (path == file || path.StartsWith($"{file}-", StringComparison.Ordinal) || path.StartsWith($"{file}.", StringComparison.Ordinal));
}
