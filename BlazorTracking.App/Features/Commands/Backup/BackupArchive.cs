using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BlazorTracking.Features.Commands.Backup;

/// <summary>The one file of a backup: a zip whose last entry is the <see cref="BackupManifest"/>.</summary>
internal static class BackupArchive
{
    private const int BufferSize = 1 << 20;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="createdAt">When the backup began.</param>
    /// <param name="sources">The files: the name of the entry, what it is, and where it is read from.</param>
    /// <param name="progress">Told the share that is done and the number of bytes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        Stream stream, DateTimeOffset createdAt, IReadOnlyList<BackupSource> sources, Action<double, long> progress, CancellationToken cancellationToken)
    {
        var total = Math.Max(1, sources.Sum(source => new FileInfo(source.Path).Length));
        var done = 0L;
        var files = new List<BackupFile>();
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var source in sources)
        {
            await using var file = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            await using var entry = await zip.CreateEntry(source.Name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            var (length, hash) = await CopyAsync(file, entry, count => progress((double)(done += count) / total, done), cancellationToken);
            files.Add(new BackupFile(source.Name, source.Part, length, hash));
        }

        await using var last = await zip.CreateEntry(BackupManifest.Name).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(last, new BackupManifest(BackupManifest.Latest, createdAt, files), _json, cancellationToken);
    }

    /// <summary>Reads the whole archive and compares every file with what the manifest says.</summary>
    /// <param name="stream">The archive; it stays open.</param>
    /// <param name="open">Where each file goes; <see cref="Stream.Null"/> to have it checked only.</param>
    /// <param name="progress">Told the share that is done and the number of bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandException">It is no backup, or a damaged one.</exception>
    public static async Task<BackupManifest> ReadAsync(Stream stream, Func<BackupFile, Stream> open, Action<double, long> progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            var manifest = await ReadManifestAsync(zip, cancellationToken);
            var total = Math.Max(1, manifest.Files.Sum(file => file.Length));
            var done = 0L;
            foreach (var file in manifest.Files)
            {
                var entry = zip.GetEntry(file.Name) ?? throw new CommandException($"The archive is damaged: it lacks {file.Name}.");
                await using var packed = await entry.OpenAsync(cancellationToken);
                await using var target = open(file);
                var (length, hash) = await CopyAsync(packed, target, count => progress((double)(done += count) / total, done), cancellationToken);
                if (target is FileStream written)
                {
                    written.Flush(flushToDisk: true);
                }

                if (length != file.Length || hash != file.Sha256)
                {
                    throw new CommandException($"The archive is damaged: {file.Name} is not what was put into it.");
                }
            }

            return manifest;
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException($"The file is not a backup, or a damaged one: {exception.Message}", exception);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry(BackupManifest.Name) ?? throw new CommandException("The file is not a backup: it holds no list of what is in it.");
        try
        {
            await using var stream = await entry.OpenAsync(cancellationToken);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, _json, cancellationToken);
            return manifest switch
            {
                { Version: > BackupManifest.Latest } => throw new CommandException("The backup was made by a newer version of this program."),
                { Files: not null } when manifest.Files.All(file => IsInside(file.Name)) => manifest,
                _ => throw new CommandException("The archive is damaged: its list of files makes no sense."),
            };
        }
        catch (JsonException exception)
        {
            throw new CommandException("The archive is damaged: its list of files cannot be read.", exception);
        }
    }

    // Whoever made the archive does not get to choose a place outside of the data directory.
    private static bool IsInside(string name) =>
        name is { Length: > 0 } && !Path.IsPathRooted(name) && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
        && name.Split('/').All(part => part is not ("" or "." or ".."));

    private static async Task<(long Length, string Hash)> CopyAsync(Stream from, Stream to, Action<int> progress, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var length = 0L;
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            length += count;
            progress(count);
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>A file that goes into an archive.</summary>
internal sealed record BackupSource(string Name, BackupPart Part, string Path);
