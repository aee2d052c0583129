namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Makes moves when it is asked to, once a second, and a last time at its end. DuckDB's calls block, so that this has a
/// thread of its own: those of the pool are for requests.
/// </summary>
internal sealed partial class MoveThread : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private readonly Action _move;
    private readonly ILogger _logger;
    private readonly AutoResetEvent _due = new(initialState: false);
    private readonly ITimer _timer;
    private readonly Thread _thread;
    private readonly Lock _lock = new();
    private TaskCompletionSource? _asked;
    private bool _isEnding;

    /// <param name="move">Moves what waits.</param>
    /// <param name="clock">Says when a second is over.</param>
    /// <param name="logger">Told of moves that failed.</param>
    public MoveThread(Action move, TimeProvider clock, ILogger logger)
    {
        (_move, _logger) = (move, logger);
        _timer = clock.CreateTimer(_ => Ask(), state: null, _interval, _interval);
        _thread = new Thread(Run) { Name = "Moves of visits", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Asks for a move that nobody waits for.</summary>
    public void Ask()
    {
        lock (_lock)
        {
            if (!_isEnding)
            {
                _due.Set();
            }
        }
    }

    /// <summary>Completes with a move that began after the call, and fails as it does.</summary>
    public Task MoveAsync()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isEnding, this);
            _asked ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _due.Set();
            return _asked.Task;
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            if (_isEnding)
            {
                return;
            }

            _isEnding = true;
            _due.Set();
        }

        _thread.Join();
        _due.Dispose();
    }

    private void Run()
    {
        bool isLast;
        do
        {
            isLast = MoveWhenDue();
        }
        while (!isLast);
    }

    /// <summary>Whether it was the last time.</summary>
    private bool MoveWhenDue()
    {
        _due.WaitOne();
        TaskCompletionSource? asked;
        bool isLast;
        lock (_lock)
        {
            (asked, _asked) = (_asked, null);
            isLast = _isEnding;
        }

        try
        {
            _move();
            asked?.SetResult();
        }
        catch (Exception exception)
        {
            Log.NotMoved(_logger, exception);
            asked?.SetException(exception);
        }

        return isLast;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Visits could not be moved from their journal into the table. They are safe in the journal; it is tried again in a second, or at the next start.")]
        public static partial void NotMoved(ILogger logger, Exception exception);
    }
}
