using System.Text.Json;
using BlazorTracking.Operation;

namespace BlazorTracking.Data;

/// <summary>
/// What is left to be done of a restore whose files all lie beside their places, complete and checked. It stands in the
/// data directory from the moment at which the restore is decided, so that one that is killed is ended by the next
/// start: either nothing of it has happened, or all of it does.
/// </summary>
/// <param name="Moves">The files that take their places, in place of what is there.</param>
/// <param name="Removals">The files that go: what belonged to those that were there before.</param>
public sealed record PendingRestore(IReadOnlyList<PendingMove> Moves, IReadOnlyList<string> Removals)
{
    public const string FileName = "restore.pending";

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    /// <summary>Decides the restore, and does it.</summary>
    public void Begin(DataDirectory directory)
    {
        var path = directory.PathOf(FileName);
        var unfinished = $"{path}.new";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, this, _json);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        Finish(directory);
    }

    /// <summary>Ends a restore that was decided; nothing where there is none.</summary>
    /// <exception cref="SettingException">It cannot be ended.</exception>
    public static void Finish(DataDirectory directory)
    {
        var path = directory.PathOf(FileName);
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            var restore = JsonSerializer.Deserialize<PendingRestore>(File.ReadAllText(path), _json)!;
            foreach (var removal in restore.Removals)
            {
                File.Delete(removal);
            }

            foreach (var move in restore.Moves.Where(move => File.Exists(move.From)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(move.To)!);
                File.Move(move.From, move.To, overwrite: true);
            }

            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SettingException($"A restore was interrupted and cannot be ended: {exception.Message} What is left of it to be done is in {path}.", exception);
        }
    }
}

/// <summary>A file and its place.</summary>
public sealed record PendingMove(string From, string To);
