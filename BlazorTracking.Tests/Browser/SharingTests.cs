using System.Text.RegularExpressions;
using BlazorTracking.Tests.Browser.Pages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>A dashboard that is shared, as somebody without an account sees it.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class SharingTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Somebody_without_an_account_sees_it_live_until_the_link_is_revoked()
    {
        var (owner, site) = await SharedAsync("sharer@example.com");
        await using var mine = await owner.OpenAsync();
        var sharing = await OpenSharingAsync(mine, owner, site);
        var link = await sharing.MakeLinkAsync("Board", without: ["Pages", "Journeys", "Goals", "Funnels"]);
        await using var theirs = await browser.OpenAsync();
        var page = await theirs.NewPageAsync();
        await page.GotoAsync(link);
        await page.SettleAsync();
        var dashboard = new DashboardPage(page);
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("3");

        await SampleTraffic.SendPageViewAsync(owner.Server, site.Id, "/from-japan", SampleTraffic.Japan);

        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("4");
        await Assertions.Expect(dashboard.Panel("Locations")).ToContainTextAsync("Japan");
        await Assertions.Expect(dashboard.Panel("Pages")).ToHaveCountAsync(0);
        Assert.DoesNotContain("/green-tea", await page.ContentAsync(), StringComparison.Ordinal);

        // A click on a row filters, within the link.
        await dashboard.Row("Devices", "Firefox").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(link)}.*filter=browser"));

        await sharing.RevokeAsync("Board");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing here" })).ToBeVisibleAsync();
        Assert.Equal(404, (await page.GotoAsync(link))?.Status);
    }

    [BrowserFact]
    public async Task A_page_of_another_origin_frames_the_public_dashboard_live_in_its_colours_and_nothing_else()
    {
        var (owner, site) = await SharedAsync("framer@example.com");
        await using var mine = await owner.OpenAsync();
        var frameCode = await (await OpenSharingAsync(mine, owner, site)).MakePublicAsync();
        await using var blog = await ForeignSite.StartAsync("127.0.0.1");
        var dark = frameCode.Replace("embed=auto", "embed=dark", StringComparison.Ordinal);
        var bare = Regex.Replace(frameCode, @"\?embed=\w+", "");
        await using var theirs = await browser.OpenAsync(new() { ViewportSize = new() { Width = 900, Height = 1200 } });
        var page = await theirs.NewPageAsync();
        await page.GotoAsync(blog.Publish("/stats", "", dark));
        var frame = page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator(".headline-tile b").First).ToHaveTextAsync("3");

        await SampleTraffic.SendPageViewAsync(owner.Server, site.Id, "/", SampleTraffic.Japan);

        await Assertions.Expect(frame.Locator(".headline-tile b").First).ToHaveTextAsync("4");
        await Assertions.Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(frame.Locator("header.header")).ToHaveCountAsync(0);

        // It stays embedded when it is filtered.
        await frame.Locator(".headline-tile").Nth(1).ClickAsync();
        await Assertions.Expect(frame.Locator(".headline-tile[aria-current]")).ToContainTextAsync("Sessions");
        await Assertions.Expect(frame.Locator("header.header")).ToHaveCountAsync(0);
        Assert.Contains("embed=dark", page.Frames[1].Url, StringComparison.Ordinal);

        await page.GotoAsync(blog.Publish("/bare", "", bare));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        Assert.DoesNotContain(site.DashboardUrl, page.Frames[1].Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_password_is_asked_for_once_in_a_browser()
    {
        var (owner, site) = await SharedAsync("locker@example.com");
        await using var mine = await owner.OpenAsync();
        var link = await (await OpenSharingAsync(mine, owner, site)).MakeLinkAsync("Board", "three random words");
        await using var theirs = await browser.OpenAsync();
        var page = await theirs.NewPageAsync();
        await page.GotoAsync(link);
        await page.SettleAsync();

        await page.GetByLabel("Password").FillAsync("three wrong words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That is not the password.");

        await page.SettleAsync();
        await page.GetByLabel("Password").FillAsync("three random words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await Assertions.Expect(new DashboardPage(page).Number("Visitors")).ToHaveTextAsync("3");

        await page.ReloadAsync();
        await Assertions.Expect(new DashboardPage(page).Number("Visitors")).ToHaveTextAsync("3");
    }

    private static async Task<SharingPage> OpenSharingAsync(IBrowserContext context, SiteOwner owner, OwnedSite site)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteSharing(site.Id)).AbsoluteUri);
        await page.SettleAsync();
        return new SharingPage(page);
    }

    private async Task<(SiteOwner Owner, OwnedSite Site)> SharedAsync(string email)
    {
        var owner = await SiteOwner.RegisterAsync(browser, email);
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        return (owner, site);
    }
}
