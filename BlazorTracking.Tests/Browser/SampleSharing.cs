using BlazorTracking.Tests.Browser.Pages;

namespace BlazorTracking.Tests.Browser;

/// <summary>Shares a site as its owner does.</summary>
internal static class SampleSharing
{
    /// <summary>Makes the site public with everything that there is to show, and gives the code of its frame.</summary>
    public static async Task<string> PublishAsync(SiteOwner owner, OwnedSite site)
    {
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteSharing(site.Id)).AbsoluteUri);
        await page.SettleAsync();
        return await new SharingPage(page).MakePublicAsync();
    }
}
