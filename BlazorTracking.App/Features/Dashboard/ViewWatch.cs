using BlazorTracking.Features.Sites;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard;

/// <summary>
/// Takes the page away within seconds when it may no longer be seen: the account signed out, the link was revoked or has
/// expired, the site was deleted or is public no longer. Visits that can be added are shown without asking. Draws nothing.
/// </summary>
public sealed partial class ViewWatch : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _left = new();
    private Task _watching = Task.CompletedTask;

    [Inject]
    public required SiteAccess Access { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ILogger<ViewWatch> Logger { get; init; }

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _watching;
        _left.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _watching = WatchAsync(_left.Token);
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(_interval, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                if (await IsGoneAsync(cancellation))
                {
                    // Not awaited: the page that is taken away disposes of this loop.
                    _ = InvokeAsync(Navigation.NotFound);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task<bool> IsGoneAsync(CancellationToken cancellation)
    {
        try
        {
            return await Access.FindViewAsync(SiteId, cancellation) is null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What is shown is read only after asking again.
            Log.NotAsked(Logger, exception, SiteId);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Whether site {SiteId} may still be seen could not be read.")]
        public static partial void NotAsked(ILogger logger, Exception exception, int siteId);
    }
}
