using System.IO.Compression;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>A file that is imported; one whose name ends in <c>.gz</c> is unpacked while it is read.</summary>
internal sealed class ImportFile(string path)
{
    private FileStream? _open;

    public string Path => path;

    public long Length { get; } = new FileInfo(path).Length;

    /// <summary>How many of its bytes, packed as they are, were read.</summary>
    public long Read => _open switch
    {
        null => 0,
        { CanRead: true } => _open.Position,
        _ => Length,
    };

    /// <exception cref="CommandFailure">There is no such file.</exception>
    public static ImportFile Of(string path) =>
        File.Exists(path) ? new ImportFile(path) : throw new CommandFailure($"There is no file {path}.");

    public Stream Open()
    {
        _open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 128 * 1024);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(_open, CompressionMode.Decompress) : _open;
    }
}
