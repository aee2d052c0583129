using BlazorTracking.Features.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BlazorTracking.Shell;

/// <summary>A welcome for strangers; who is signed in goes straight to the sites.</summary>
public sealed partial class HomePage
{
    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Registration Registration { get; init; }

    private bool _registrationIsOpen;

    protected override async Task OnInitializedAsync()
    {
        _registrationIsOpen = await Registration.IsOpenAsync();
        if ((await Authentication).User.Identity?.IsAuthenticated == true)
        {
            Navigation.NavigateTo(AppUrls.Sites, replace: true);
        }
    }
}
