using BlazorTracking.Tests.Browser.Pages;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>A site that begins to recognise its visitors.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class RetentionTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Visitors_are_recognised_once_the_settings_say_so_and_forgotten_when_they_do_not()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "weeks@example.com");
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        var panel = new DashboardPage(page).Panel("Retention");

        await page.GotoAsync(site.DashboardUrl);
        await page.SettleAsync();
        await Assertions.Expect(panel).ToContainTextAsync("off unless you turn it on");
        await panel.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();

        var settings = new SiteSettingsPage(page);
        await Assertions.Expect(settings.Recognises).Not.ToBeCheckedAsync();
        await settings.RecogniseAsync(true);
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        await page.GotoAsync(site.DashboardUrl);
        await page.SettleAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Cell).First).ToHaveTextAsync("3");
        Assert.Empty((await page.RunAxe()).Violations);

        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteSettings(site.Id)).AbsoluteUri);
        await Assertions.Expect(settings.Recognises).ToBeCheckedAsync();
        await settings.RecogniseAsync(false);
        await page.GotoAsync(site.DashboardUrl);
        await page.SettleAsync();
        await Assertions.Expect(panel).ToContainTextAsync("off unless you turn it on");
    }
}
