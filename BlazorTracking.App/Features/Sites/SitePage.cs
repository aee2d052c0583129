using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Sites;

/// <summary>A page about one site of the signed-in account, which the URL names. Where there is no such site there is no such page.</summary>
public abstract class SitePage : ComponentBase
{
    [Parameter]
    public int SiteId { get; set; }

    [Inject]
    public required SiteAccess Access { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Null until it is read, and where there is none.</summary>
    protected Site? Site { get; set; }

    protected override Task OnParametersSetAsync() => Site?.Id == SiteId ? Task.CompletedTask : ReadSiteAsync();

    /// <summary>Reads the site, anew where it was read before.</summary>
    protected async Task ReadSiteAsync()
    {
        Site = await FindSiteAsync();
        if (Site is null)
        {
            await OnNoSiteAsync();
        }
        else
        {
            await OnSiteReadAsync(Site);
        }
    }

    /// <summary>The site if the page may be shown, else null.</summary>
    protected virtual Task<Site?> FindSiteAsync() => Access.FindAsync(SiteId);

    /// <summary>What is shown where there is no such site.</summary>
    protected virtual Task OnNoSiteAsync()
    {
        Navigation.NotFound();
        return Task.CompletedTask;
    }

    /// <summary>What else the page needs of a site that was just read.</summary>
    protected virtual Task OnSiteReadAsync(Site site) => Task.CompletedTask;
}
