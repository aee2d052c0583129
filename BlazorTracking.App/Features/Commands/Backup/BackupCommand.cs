using System.CommandLine;
using System.Globalization;
using BlazorTracking.Data;
using BlazorTracking.Data.Sqlite;
using BlazorTracking.Features.Visits.DuckDb;

namespace BlazorTracking.Features.Commands.Backup;

/// <summary><c>backup</c></summary>
internal static class BackupCommand
{
    private const long Megabyte = 1_000_000;

    public static Command Create(CommandProgram program)
    {
        var output = new Option<string>("--output", "-o") { Description = "The archive. It holds secrets: only its owner may read it.", HelpName = "FILE", Required = true };
        var command = new Command("backup", "Writes everything in the data directory into one archive, while the server runs.") { output };
        command.SetAction((parsed, cancellationToken) => RunAsync(program, Path.GetFullPath(parsed.GetValue(output)!), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandProgram program, string output, CancellationToken cancellationToken)
    {
        await using var app = await program.OpenAsync();
        var files = ActivatorUtilities.CreateInstance<DataFiles>(app.Services);
        if (output.StartsWith(files.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new CommandException($"The archive cannot be inside of the data directory {files.Directory}: the next backup would hold it.");
        }

        var createdAt = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var archive = NewFile.CreateSecret(output);
        var staging = Directory.CreateDirectory($"{output}.{Guid.NewGuid():N}.partial");
        try
        {
            List<BackupSource> sources =
            [
                .. await CopyVisitsAsync(program.Console, files, staging.FullName, cancellationToken),
                .. await CopyDatabaseAsync(program.Console, app.Services.GetRequiredService<DatabaseConnection>(), files, staging.FullName, cancellationToken),
                .. files.Others().Select(name => new BackupSource(name, BackupPart.File, Path.Combine(files.Directory, name))),
            ];
            await WithProgressAsync(program.Console, "Packing", report => BackupArchive.WriteAsync(archive.Stream, createdAt, sources, report, cancellationToken));
            archive.Stream.Position = 0;
            await WithProgressAsync(program.Console, "Verifying", report => BackupArchive.ReadAsync(archive.Stream, _ => Stream.Null, report, cancellationToken));
            var length = archive.Stream.Length;
            archive.Keep();
            foreach (var remark in files.Elsewhere())
            {
                await program.Console.Error.WriteLineAsync(remark);
            }

            await program.Console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Backed up {sources.Count:N0} files into {output} ({(double)length / Megabyte:N1} MB). Every one was read back and compared."));
            return ExitCode.Good;
        }
        finally
        {
            staging.Delete(recursive: true);
        }
    }

    // Before the database: a visit whose site is not there would belong to nobody.
    private static async Task<IReadOnlyList<BackupSource>> CopyVisitsAsync(CommandConsole console, DataFiles files, string staging, CancellationToken cancellationToken)
    {
        if (!File.Exists(files.Visits))
        {
            return [];
        }

        var copy = Path.Combine(staging, "visits.duckdb");
        await WithProgressAsync(console, "Copying visits", report => DuckDbBackup.CopyAsync(files.Visits, copy, console.Time, report, cancellationToken));
        Check(files.Visits, DuckDbBackup.FindDamage(copy));
        return [new BackupSource("visits.duckdb", BackupPart.Visits, copy)];
    }

    private static async Task<IReadOnlyList<BackupSource>> CopyDatabaseAsync(
        CommandConsole console, DatabaseConnection database, DataFiles files, string staging, CancellationToken cancellationToken)
    {
        if (files.Database is not { } path)
        {
            return [];
        }

        var copy = Path.Combine(staging, "tracking.db");
        await WithProgressAsync(console, "Copying database", report => Task.Run(() => SqliteBackup.Copy(database.ConnectionString, copy, report, cancellationToken), cancellationToken));
        Check(path, SqliteBackup.FindDamage(copy));
        return [new BackupSource("tracking.db", BackupPart.Database, copy)];
    }

    private static async Task WithProgressAsync(CommandConsole console, string doing, Func<Action<double, long>, Task> work)
    {
        var line = new ProgressLine(console, doing, "MB");
        await work((share, bytes) => line.Report(share, bytes / Megabyte));
        line.Clear();
    }

    private static void Check(string file, string? damage)
    {
        if (damage is not null)
        {
            throw new CommandException($"{file} is damaged, and was not backed up: {damage}");
        }
    }
}
