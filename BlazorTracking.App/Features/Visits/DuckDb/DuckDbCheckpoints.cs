using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Puts the log into the file once it is long, on a connection and a thread of its own: visits are stored meanwhile, and
/// go to the next log.
/// </summary>
internal sealed partial class DuckDbCheckpoints(DuckDbFile file, ILogger logger) : IDisposable
{
    // The log is read again when the program starts after a crash: a second or two for so many bytes.
    private const long LongLog = 64 << 20;

    private const long TooLongLog = 4 * LongLog;

    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Something was written: begins a checkpoint where one is due and none runs.</summary>
    public void Note()
    {
        if (!_running.IsCompleted || file.LogLength < LongLog)
        {
            return;
        }

        lock (_lock)
        {
            if (!_isDisposed && _running.IsCompleted)
            {
                _running = Task.Factory.StartNew(Checkpoint, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Waits for the one that runs.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        _running.GetAwaiter().GetResult();
    }

    private void Checkpoint()
    {
        try
        {
            using var connection = file.Connect();
            using var command = connection.CreateCommand();
            command.CommandText = "CHECKPOINT";
            command.ExecuteNonQuery();
        }
        catch (DuckDBException exception)
        {
            // What was committed is in the log all the same; the next commit tries again. That one was under way just
            // then is nothing to speak of, unless it is so again and again.
            if (!IsBusy(exception) || file.LogLength > TooLongLog)
            {
                Log.NotWritten(logger, exception);
            }
        }
    }

    private static bool IsBusy(DuckDBException exception) => exception.Message.Contains("write transactions active", StringComparison.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The log of the visits could not be put into their file; it grows on.")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
