using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Shell;

/// <summary>Takes a stranger to the sign-in page, with the way back. Requests are answered so by the server; this is for circuits.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized() =>
        Navigation.NavigateTo(AppUrls.SignInAndReturnTo($"/{Navigation.ToBaseRelativePath(Navigation.Uri)}"), forceLoad: true);
}
