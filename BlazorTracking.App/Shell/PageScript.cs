using Microsoft.JSInterop;

namespace BlazorTracking.Shell;

/// <summary>What a component has loaded in its page.</summary>
internal static class PageScript
{
    /// <summary>
    /// Disposes of what was attached to the page, and then of the module that attached it. Where the page has gone, or goes
    /// meanwhile, it has taken both along.
    /// </summary>
    public static async ValueTask ReleaseAsync(IJSObjectReference? module, IJSObjectReference? attached = null)
    {
        try
        {
            if (attached is not null)
            {
                await attached.InvokeVoidAsync("dispose");
                await attached.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // Nobody is there to be told.
        }
    }
}
