using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>Adds a site and goes on to what has to be pasted into its pages. Reloading that page adds nothing.</summary>
public sealed partial class NewSitePage
{
    private readonly SiteDraft _draft = new();

    /// <summary>What the form has added: sent again while the page changes, it adds no second one.</summary>
    private Site? _added;

    [Inject]
    public required SiteRegistry Registry { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private async Task AddAsync(SiteDraft draft)
    {
        _added ??= await Registry.AddAsync(draft);
        if (_added is { } site)
        {
            // In place of this page in the history: going back does not lead to a filled-in form.
            Navigation.NavigateTo(AppUrls.SiteInstall(site.Id), replace: true);
        }
        else
        {
            Navigation.NavigateTo(AppUrls.SignInAndReturnTo(AppUrls.NewSite), forceLoad: true);
        }
    }
}
