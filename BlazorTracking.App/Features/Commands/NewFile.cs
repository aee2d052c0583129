namespace BlazorTracking.Features.Commands;

/// <summary>A file that is there whole or not at all: written under another name beside it, and renamed when it is complete.</summary>
internal sealed class NewFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _partialPath;

    private NewFile(string path, UnixFileMode? mode = null)
    {
        _path = Path.GetFullPath(path);
        _partialPath = $"{_path}.{Guid.NewGuid():N}.partial";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 128 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        Stream = new FileStream(_partialPath, options);
    }

    public FileStream Stream { get; }

    /// <exception cref="IOException">There is no such folder, or it cannot be written to.</exception>
    public static NewFile Create(string path) => new(path);

    /// <inheritdoc cref="Create"/>
    /// <summary>Like <see cref="Create"/>, for its owner's eyes alone.</summary>
    public static NewFile CreateSecret(string path) => new(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    /// <summary>Everything is written: gives the file its name, in place of one that has it.</summary>
    public void Keep()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_partialPath, _path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(_partialPath);
    }
}
