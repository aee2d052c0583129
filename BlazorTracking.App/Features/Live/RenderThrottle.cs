namespace BlazorTracking.Features.Live;

/// <summary>
/// Turns any number of requests into at most one call an interval. The first request is answered at once; those that
/// come while the interval runs are answered together when it ends, so that the last state is always shown.
/// </summary>
/// <remarks>
/// Calls never overlap. <see cref="Request"/> may be called from any thread, returns at once, and does nothing after
/// disposal, which waits for a call that is under way; the call itself must therefore not dispose the throttle.
/// An exception of the call goes to <c>onError</c> and ends nothing.
/// </remarks>
public sealed class RenderThrottle : IAsyncDisposable
{
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly Func<Task> _call;
    private readonly Action<Exception> _onError;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _interval;
    private readonly CancellationTokenSource _disposed = new();
    private Task _running = Task.CompletedTask;
    private bool _requested;
    private bool _isRunning;

    public RenderThrottle(Func<Task> call, Action<Exception> onError, TimeProvider clock, TimeSpan? interval = null)
    {
        _call = call;
        _onError = onError;
        _clock = clock;
        _interval = interval ?? DefaultInterval;
    }

    /// <summary>Asks for a call, now or when the running interval ends.</summary>
    public void Request()
    {
        lock (_lock)
        {
            if (_disposed.IsCancellationRequested)
            {
                return;
            }

            _requested = true;
            if (!_isRunning)
            {
                _isRunning = true;
                _running = Task.Run(RunAsync);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_disposed.IsCancellationRequested)
            {
                return;
            }

            _disposed.Cancel();
        }

        await _running;
        _disposed.Dispose();
    }

    private async Task RunAsync()
    {
        while (TakeRequest())
        {
            try
            {
                await _call();
            }
            catch (Exception exception)
            {
                _onError(exception);
            }

            await Task.Delay(_interval, _clock, _disposed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool TakeRequest()
    {
        lock (_lock)
        {
            _isRunning = _requested && !_disposed.IsCancellationRequested;
            _requested = false;
            return _isRunning;
        }
    }
}
