using System.IO.Compression;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>A file that is imported; one whose name ends in <c>.gz</c> is unpacked while it is read.</summary>
internal sealed class ImportFile(string path)
{
    private Func<long> _read = () => 0;

    public string Path => path;

    public long Length { get; } = new FileInfo(path).Length;

    /// <summary>How many of its bytes, packed as they are, were read.</summary>
    public long Read => _read();

    /// <exception cref="CommandException">There is no such file.</exception>
    public static ImportFile Of(string path) =>
        File.Exists(path) ? new ImportFile(path) : throw new CommandException($"There is no file {path}.");

    public Stream Open()
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 128 * 1024);
        _read = () => file.CanRead ? file.Position : Length;
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
