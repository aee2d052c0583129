namespace BlazorTracking.Features.Dashboard;

/// <summary>What is begun one after another where only the last counts: each one cancels the one before.</summary>
public sealed class Succession : IDisposable
{
    private CancellationTokenSource _last = new();

    /// <summary>Cancels what was begun before. The result is cancelled by what is begun next, and by disposal.</summary>
    public CancellationToken Next()
    {
        _last.Cancel();
        _last.Dispose();
        _last = new CancellationTokenSource();
        return _last.Token;
    }

    public void Dispose()
    {
        _last.Cancel();
        _last.Dispose();
    }
}
