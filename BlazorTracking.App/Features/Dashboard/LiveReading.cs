using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// Something that a panel reads for itself: anew when another view is shown, and again after visits arrived, one reading
/// at a time. A view begins with what was read for others just now, so that it does not wait, and goes on with what it reads
/// itself. Belongs to the circuit's dispatcher; <c>changed</c> is called there.
/// </summary>
/// <param name="read">Reads it for a view, throttled by whom it asks; true where what was read for others just now will do.</param>
/// <param name="changed">Called when there is something else to show.</param>
/// <param name="failed">Told of what went wrong.</param>
public sealed class LiveReading<T>(Func<StatsQuery, bool, CancellationToken, Task<T>> read, Action changed, Action<Exception> failed) : IDisposable
    where T : class
{
    private CancellationTokenSource _view = new();
    private StatsQuery? _query;
    private long _beat;
    private bool _isRunning;
    private bool _isNew;

    /// <summary>Null while it is read for the first time, and where that failed.</summary>
    public T? Value { get; private set; }

    public PanelStatus Status { get; private set; } = PanelStatus.Loading;

    /// <param name="query">What is shown; null until it is known.</param>
    /// <param name="beat">Changes with the visits that were counted in.</param>
    public void Show(StatsQuery? query, long beat)
    {
        if (query is null || (query.Equals(_query) && beat == _beat))
        {
            return;
        }

        if (!query.Equals(_query))
        {
            StartOver();
            (_query, _isNew) = (query, true);
        }

        _beat = beat;
        Run();
    }

    /// <summary>Reads it anew: what it is made of has changed, or the reading failed.</summary>
    public void Renew()
    {
        if (_query is not null)
        {
            StartOver();
            _isNew = true;
            Run();
        }
    }

    public void Dispose()
    {
        _view.Cancel();
        _view.Dispose();
    }

    private void StartOver()
    {
        _view.Cancel();
        _view.Dispose();
        _view = new CancellationTokenSource();
        _isRunning = false;
        if (Status is PanelStatus.Failed)
        {
            (Status, Value) = (PanelStatus.Loading, null);
        }
    }

    private void Run()
    {
        if (!_isRunning && Status is not PanelStatus.Failed)
        {
            _isRunning = true;
            _ = RunAsync(_query!, _view.Token);
        }
    }

    private async Task RunAsync(StatsQuery query, CancellationToken cancellation)
    {
        try
        {
            for (long? beat = null; beat != _beat;)
            {
                var isNew = _isNew;
                (beat, _isNew) = (isNew ? null : _beat, false);
                var value = await read(query, isNew, cancellation);
                if (cancellation.IsCancellationRequested)
                {
                    return;
                }

                (Value, Status) = (value, PanelStatus.Ready);
                changed();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Another view is shown.
            return;
        }
        catch (Exception exception)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            failed(exception);
            (Value, Status) = (null, PanelStatus.Failed);
            changed();
        }

        _isRunning = false;
    }
}
