using BlazorTracking.Tests.Browser.Pages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What is shown stays where it is.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class DashboardStillnessTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Nothing_jumps_while_a_dashboard_loads_and_visits_arrive(int width)
    {
        var (owner, site) = await OwnerAsync($"still-{width}@example.com");
        await using var context = await owner.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await context.AddInitScriptAsync(LoadPage.Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.DashboardUrl);
        await page.SettleAsync();

        await SampleTraffic.SendPageViewAsync(owner.Server, site.Id, "/matcha", SampleTraffic.Japan);
        await Assertions.Expect(new DashboardPage(page).Row("Pages", "/matcha")).ToBeVisibleAsync();

        var shifts = await new LoadPage(page).ShiftsAsync();
        Assert.True(shifts.Sum(shift => shift.Value) < 0.05, string.Join(Environment.NewLine, shifts));
    }

    private async Task<(SiteOwner Owner, OwnedSite Site)> OwnerAsync(string email)
    {
        var owner = await SiteOwner.RegisterAsync(browser, email);
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        return (owner, site);
    }
}
