namespace BlazorTracking.Features.Dashboard;

/// <summary>How long what is read for a view is of use: until another one is shown.</summary>
internal sealed class ViewLifetime : IDisposable
{
    private CancellationTokenSource _current = new();

    /// <summary>Cancelled when another view is shown.</summary>
    public CancellationToken Token => _current.Token;

    /// <summary>Another view is shown from now on.</summary>
    public CancellationToken StartOver()
    {
        Dispose();
        _current = new CancellationTokenSource();
        return _current.Token;
    }

    /// <summary>What went wrong, and concerns the view that is still shown; null where nothing did.</summary>
    public static async Task<Exception?> TryAsync(Func<Task> read, CancellationToken cancellation)
    {
        try
        {
            await read();
            return null;
        }
        catch (Exception exception)
        {
            return cancellation.IsCancellationRequested ? null : exception;
        }
    }

    public void Dispose()
    {
        _current.Cancel();
        _current.Dispose();
    }
}
