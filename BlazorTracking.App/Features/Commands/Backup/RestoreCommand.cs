using System.CommandLine;
using System.Globalization;
using BlazorTracking.Data;
using BlazorTracking.Data.Sqlite;
using BlazorTracking.Features.Visits.DuckDb;

namespace BlazorTracking.Features.Commands.Backup;

/// <summary><c>restore</c></summary>
internal static class RestoreCommand
{
    private const long Megabyte = 1_000_000;
    private const string Staged = ".restored";
    private const string Keys = "keys";

    public static Command Create(CommandProgram program)
    {
        var force = new Option<bool>("--force") { Description = "Replace what is in the data directory. Without it, nothing is." };
        var archive = new Argument<string>("FILE") { Description = "What a backup wrote." };
        var command = new Command("restore", "Puts a backup into the data directory: all of it, or nothing. The server must not run.") { force, archive };
        command.SetAction((parsed, cancellationToken) => RunAsync(program, parsed.GetValue(archive)!, parsed.GetValue(force), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandProgram program, string path, bool replaces, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file {path}.");
        }

        await using var app = program.Build();
        var directory = app.Services.GetRequiredService<DataDirectory>();
        using var alone = ServerLock.TryTake(directory) ?? throw new CommandException($"A server runs on {directory.PathOf("")}: end it first.");
        PendingRestore.Finish(directory);

        var files = ActivatorUtilities.CreateInstance<DataFiles>(app.Services);
        var moves = new List<PendingMove>();
        try
        {
            var manifest = await StageAsync(program.Console, path, files, replaces, moves, cancellationToken);
            new PendingRestore(moves, [.. Removals(files, manifest).Except(moves.Select(move => move.To))]).Begin(directory);
            await program.Console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Restored {manifest.Files.Count:N0} files of the backup of {manifest.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC into {files.Directory}."));
            return ExitCode.Good;
        }
        catch when (!File.Exists(directory.PathOf(PendingRestore.FileName)))
        {
            moves.ForEach(move => File.Delete(move.From));
            throw;
        }
    }

    /// <summary>Puts every file beside its place and checks it. Nothing that is there is touched.</summary>
    private static async Task<BackupManifest> StageAsync(
        CommandConsole console, string path, DataFiles files, bool replaces, List<PendingMove> moves, CancellationToken cancellationToken)
    {
        var line = new ProgressLine(console, "Unpacking", "MB");
        await using var archive = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var manifest = await BackupArchive.ReadAsync(archive, Open, (share, bytes) => line.Report(share, bytes / Megabyte), cancellationToken);
        line.Clear();
        foreach (var file in manifest.Files)
        {
            var damage = file.Part switch
            {
                BackupPart.Database => SqliteBackup.FindDamage(files.PlaceOf(file) + Staged),
                BackupPart.Visits => DuckDbBackup.FindDamage(files.PlaceOf(file) + Staged),
                _ => null,
            };
            if (damage is not null)
            {
                throw new CommandException($"{file.Name} in the backup cannot be used: {damage}");
            }
        }

        return manifest;

        Stream Open(BackupFile file)
        {
            var place = files.PlaceOf(file);
            if (!replaces && (File.Exists(place) || File.Exists(files.Database) || File.Exists(files.Visits)))
            {
                throw new CommandException($"{(File.Exists(place) ? place : files.Directory)} holds data already, and nothing was restored. Name another Data:Directory, or replace it with --force.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            moves.Add(new PendingMove(place + Staged, place));
            return new FileStream(place + Staged, FileMode.Create, FileAccess.Write, FileShare.None);
        }
    }

    // A log beside another file than its own, and keys that others may still hold cookies of, must not stay.
    private static List<string> Removals(DataFiles files, BackupManifest manifest)
    {
        List<string> removals = [.. DuckDbBackup.Companions(files.Visits), files.Visits];
        if (manifest.Files.Any(file => file.Part == BackupPart.Database) && files.Database is { } database)
        {
            removals.AddRange([$"{database}-wal", $"{database}-shm", $"{database}-journal"]);
        }

        var keys = Path.Combine(files.Directory, Keys);
        return [.. removals, .. Directory.Exists(keys) ? Directory.EnumerateFiles(keys, "*.xml") : []];
    }
}
