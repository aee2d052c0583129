namespace BlazorTracking.Data;

/// <summary>
/// The file that a server keeps open in its data directory as long as it runs, so that a command which needs the
/// directory for itself can tell. It ends with its process.
/// </summary>
public sealed partial class ServerLock(DataDirectory directory, ILogger<ServerLock> logger) : IHostedService, IDisposable
{
    private const string FileName = "server.lock";

    private FileStream? _file;

    /// <summary>Holds it, or gives null where a server does. To be disposed of.</summary>
    public static IDisposable? TryTake(DataDirectory directory)
    {
        try
        {
            return Open(directory);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _file = Open(directory);
        }
        catch (IOException exception)
        {
            Log.Second(logger, exception);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _file?.Dispose();

    private static FileStream Open(DataDirectory directory) =>
        new(directory.PathOf(FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Another server runs on this data directory. Each holds the running sessions in its own memory: end one of them.")]
        public static partial void Second(ILogger logger, Exception exception);
    }
}
