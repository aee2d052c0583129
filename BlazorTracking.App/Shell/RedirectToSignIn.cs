using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BlazorTracking.Shell;

/// <summary>
/// Takes a stranger to the sign-in page, with the way back. Requests are answered so by the server; this is for circuits.
/// By shell.js, which knows whether the page is being left for another one already.
/// </summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime JS { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await JS.InvokeVoidAsync("blazorTrackingSignIn", AppUrls.SignInAndReturnTo($"/{Navigation.ToBaseRelativePath(Navigation.Uri)}"));
        }
    }
}
