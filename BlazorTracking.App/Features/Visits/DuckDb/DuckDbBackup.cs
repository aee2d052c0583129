using BlazorTracking.Operation;
using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Copies the file of the visits while another process writes to it, which DuckDB lets nobody open. File and log are
/// copied as a power cut would leave them: the log is only ever appended to, and the file is only changed by a
/// checkpoint, which writes its header. A copy during which the header stayed the same is whole; opening it reads the
/// log and the journals, as after a crash. The journals are copied first: what leaves them meanwhile is in the file.
/// </summary>
internal static class DuckDbBackup
{
    private const int HeaderLength = 3 * 4096;
    private const int BufferSize = 1 << 20;

    // A checkpoint that is under way, or was interrupted, has a log of its own.
    private static readonly string[] _checkpointing = [".wal.checkpoint", ".wal.recovery"];

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    /// <param name="location">The file of the visits.</param>
    /// <param name="target">A file that does not exist.</param>
    /// <param name="time">For pauses.</param>
    /// <param name="progress">Told the share that is done and the number of bytes.</param>
    /// <param name="cancellationToken">Ends the copy; the target then holds a part.</param>
    /// <exception cref="SettingException">Checkpoints came faster than the file can be copied.</exception>
    public static async Task CopyAsync(string location, string target, TimeProvider time, Action<double, long> progress, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        while (!await TryCopyAsync(location, target, progress, cancellationToken))
        {
            if (time.GetElapsedTime(startedAt) > _patience)
            {
                throw new SettingException($"The visits in {location} could not be copied: so many are stored that the file changes faster than it can be read. Try again at a quieter hour.");
            }

            await Task.Delay(_pause, time, cancellationToken);
        }
    }

    /// <summary>Reads the whole file, and puts a log and journals beside it into it. What is wrong with it, or null.</summary>
    public static string? FindDamage(string file)
    {
        var settings = new DuckDBConnectionStringBuilder { DataSource = file, EnableExternalAccess = false, AutoinstallKnownExtensions = false, AutoloadKnownExtensions = false };
        try
        {
            using var connection = new DuckDBConnection(settings.ConnectionString);
            connection.Open();
            DuckDbJournal.Replay(connection, file);
            using var command = connection.CreateCommand();
            command.CommandText = "CHECKPOINT";
            command.ExecuteNonQuery();

            // Every column of every visit, so that every block is read and its checksum compared.
            command.CommandText = $"SELECT bit_xor(hash(visit)) FROM \"{VisitColumn.Table}\" AS visit";
            command.ExecuteScalar();
            return null;
        }
        catch (DuckDBException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>The files that belong to the one of the visits.</summary>
    public static IEnumerable<string> Companions(string location) => [$"{location}.wal", .. PendingVisits.PathsOf(location), .. _checkpointing.Select(ending => location + ending)];

    private static async Task<bool> TryCopyAsync(string location, string target, Action<double, long> progress, CancellationToken cancellationToken)
    {
        var header = await ReadHeaderAsync(location, cancellationToken);
        if (IsCheckpointing(location))
        {
            return false;
        }

        foreach (var (from, to) in PendingVisits.PathsOf(location).Zip(PendingVisits.PathsOf(target)))
        {
            await CopyCompanionAsync(from, to, cancellationToken);
        }

        await CopyFileAsync(location, target, progress, cancellationToken);
        await CopyCompanionAsync($"{location}.wal", $"{target}.wal", cancellationToken);

        var headerAfter = await ReadHeaderAsync(location, cancellationToken);
        return !IsCheckpointing(location) && header.AsSpan().SequenceEqual(headerAfter);
    }

    private static async Task CopyCompanionAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (File.Exists(from))
        {
            await CopyFileAsync(from, to, (_, _) => { }, cancellationToken);
        }
        else
        {
            File.Delete(to);
        }
    }

    private static bool IsCheckpointing(string location) => Array.Exists(_checkpointing, ending => File.Exists(location + ending));

    private static async Task<byte[]> ReadHeaderAsync(string location, CancellationToken cancellationToken)
    {
        await using var file = Open(location);
        var header = new byte[HeaderLength];
        return header[..await file.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken)];
    }

    private static async Task CopyFileAsync(string from, string to, Action<double, long> progress, CancellationToken cancellationToken)
    {
        await using var source = Open(from);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            progress((double)source.Position / Math.Max(1, source.Length), source.Position);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
