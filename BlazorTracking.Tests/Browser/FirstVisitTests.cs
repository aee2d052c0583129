using System.Text.RegularExpressions;
using BlazorTracking.Tests.Browser.Pages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>The main job, the way its users do it.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class FirstVisitTests(BrowserFixture browser)
{
    private const string OtherBrowser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0";

    [BrowserFact]
    public async Task A_newcomer_registers_adds_a_site_pastes_the_snippet_and_sees_visits_arrive_without_reloading()
    {
        var server = await browser.ServerAsync();
        await using var shop = await ForeignSite.StartAsync();
        await using var owner = await browser.OpenAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var troubles = new PageTroubles(owner);
        var page = await owner.NewPageAsync();

        // Register.
        await page.GotoAsync(server.Address.AbsoluteUri);
        await page.GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await new RegisterPage(page).RegisterAsync("Ada", "ada@example.com", "violet tractor harvest");

        // Add a site and copy the snippet.
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a site" }).ClickAsync();
        await new NewSitePage(page).AddAsync(shop.Origin, "Tea shop");
        var install = new InstallPage(page);
        var snippet = await install.CopySnippetAsync();
        await Assertions.Expect(install.Waiting).ToBeVisibleAsync();

        // The first visit turns the page into the dashboard.
        var welcome = shop.Publish("/welcome", "", snippet);
        var prices = shop.Publish("/prices", "", snippet);
        await using var visitor = await browser.OpenAsync(new() { Locale = "de-DE" });
        var visitorPage = await visitor.NewPageAsync();
        await visitorPage.GotoAsync(welcome);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/sites/\d+$"));
        var dashboardUrl = page.Url;
        var dashboard = new DashboardPage(page);
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("1");
        await Assertions.Expect(dashboard.Row("Pages", "/welcome")).ToBeVisibleAsync();

        // So does the log, open beside it.
        var logPage = await owner.NewPageAsync();
        await logPage.GotoAsync(dashboardUrl + "/visits");
        var log = new VisitLogPage(logPage);
        await Assertions.Expect(log.Rows).ToHaveCountAsync(1);

        // Another visitor: everything moves, and nothing was loaded again.
        await page.EvaluateAsync("window.isTheSamePage = true");
        await logPage.EvaluateAsync("window.isTheSamePage = true");
        await using var other = await browser.OpenAsync(new() { UserAgent = OtherBrowser });
        var otherPage = await other.NewPageAsync();
        await otherPage.GotoAsync(prices);

        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("2");
        await Assertions.Expect(dashboard.ChartValue("2")).ToHaveCountAsync(1);
        await Assertions.Expect(dashboard.Row("Pages", "/prices")).ToBeVisibleAsync();
        await Assertions.Expect(dashboard.Row("Devices", "Firefox")).ToBeVisibleAsync();
        await Assertions.Expect(dashboard.Feed.First).ToContainTextAsync("/prices");
        await Assertions.Expect(log.Rows).ToHaveCountAsync(2);
        await Assertions.Expect(log.Rows.First).ToContainTextAsync("/prices");
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
        Assert.True(await logPage.EvaluateAsync<bool>("window.isTheSamePage"));

        // An event of the page, too.
        await otherPage.EvaluateAsync("blazorTracking('Signup', { plan: 'pro' })");
        await Assertions.Expect(dashboard.Row("Events", "Signup")).ToBeVisibleAsync();

        // Sign out: the page is protected.
        await page.Locator("summary.avatar").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(server.Address.AbsoluteUri);
        await page.GotoAsync(dashboardUrl);
        await Assertions.Expect(new SignInPage(page).Heading).ToBeVisibleAsync();

        // And leads back to it.
        await new SignInPage(page).SignInAsync("ada@example.com", "violet tractor harvest");
        await Assertions.Expect(page).ToHaveURLAsync(dashboardUrl);
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("2");
        Assert.Empty(troubles.Found);
    }

    [BrowserFact]
    public async Task A_visitor_without_JavaScript_is_counted_by_the_snippets_image()
    {
        var account = await SiteOwner.RegisterAsync(browser, "image@example.com");
        await using var shop = await ForeignSite.StartAsync("quiet.example");
        var site = await account.AddSiteAsync(shop.Origin, "Quiet shop");
        await using var visitor = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        var visitorPage = await visitor.NewPageAsync();

        await visitorPage.GotoAsync(shop.Publish("/no-script", "", site.Snippet));

        await using var owner = await account.OpenAsync();
        var page = await owner.NewPageAsync();
        await page.GotoAsync(site.DashboardUrl);
        await Assertions.Expect(new DashboardPage(page).Row("Pages", "/no-script")).ToBeVisibleAsync();
    }
}
