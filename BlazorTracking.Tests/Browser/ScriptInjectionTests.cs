using BlazorTracking.Tests.Browser.Pages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>
/// A visitor writes markup and script into everything a beacon takes, and an owner into everything a form takes: no
/// page runs it, and no page even tries, which the content policy would report.
/// </summary>
[Collection(nameof(BrowserSuite))]
public sealed class ScriptInjectionTests(BrowserFixture browser)
{
    private const string Markup = "'\"><img src=x onerror=__injected=1><script>__injected=1</script>{{7*7}}";
    private const string Link = "javascript:__injected=1";

    // What a user agent begins with, so that it is not refused as a robot's.
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 ";

    [BrowserFact]
    public async Task A_script_in_every_field_runs_on_no_page()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "target@example.com", displayName: Markup[..50]);
        var site = await owner.AddSiteAsync("https://tea.example", Markup);
        await SendAsync(owner, site.Id, Markup, Browser + Markup);
        await SendAsync(owner, site.Id, Link, Browser);
        await using var context = await owner.OpenAsync();
        var troubles = new PageTroubles(context);
        await context.AddInitScriptAsync("window.__injected = 0");
        var page = await context.NewPageAsync();

        foreach (var path in Paths(site.Id))
        {
            await page.GotoAsync(new Uri(owner.Server.Address, path).AbsoluteUri);
            await page.SettleAsync();
            if (await page.Locator("dialog").CountAsync() > 0)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
                await Assertions.Expect(page.Locator("dialog")).ToHaveCountAsync(0);
            }

            foreach (var tab in await page.Locator(".panel-tabs button").AllAsync())
            {
                await tab.ClickAsync();
                await Assertions.Expect(tab).ToHaveAttributeAsync("aria-pressed", "true");
                await page.SettleAsync();
            }

            Assert.True(await page.EvaluateAsync<int>("__injected") == 0, $"A script ran on {path}.");
            Assert.True(await page.Locator("[href^='javascript:' i], img[src='x'], [onerror]").CountAsync() == 0, $"Markup of a visitor stands on {path}.");
        }

        Assert.Empty(troubles.Found);
    }

    [BrowserFact]
    public async Task A_script_that_arrives_live_does_not_run_either()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "live-target@example.com");
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        await using var context = await owner.OpenAsync();
        var troubles = new PageTroubles(context);
        await context.AddInitScriptAsync("window.__injected = 0");
        var dashboardPage = await context.NewPageAsync();
        await dashboardPage.GotoAsync(site.DashboardUrl);
        var logPage = await context.NewPageAsync();
        await logPage.GotoAsync(site.DashboardUrl + "/visits");
        await dashboardPage.SettleAsync();
        await logPage.SettleAsync();

        await SendAsync(owner, site.Id, Markup, Browser + Markup);

        await Assertions.Expect(new DashboardPage(dashboardPage).Feed.First).ToContainTextAsync("onerror");
        await Assertions.Expect(new VisitLogPage(logPage).Rows.First).ToContainTextAsync("onerror");
        Assert.Equal(0, await dashboardPage.EvaluateAsync<int>("__injected"));
        Assert.Equal(0, await logPage.EvaluateAsync<int>("__injected"));
        Assert.Empty(troubles.Found);
    }

    private static string[] Paths(int siteId) =>
    [
        AppUrls.Sites,
        AppUrls.Site(siteId),
        AppUrls.Site(siteId) + "?range=30d",
        AppUrls.Site(siteId) + "?details=page",
        AppUrls.Site(siteId) + "?details=event",
        AppUrls.Site(siteId) + "?details=utmCampaign",
        AppUrls.Site(siteId) + "?filter=page:has:onerror&filter=utmTerm:is:" + Uri.EscapeDataString(Markup),
        AppUrls.SiteLog(siteId),
        AppUrls.SiteLog(siteId) + "?q=onerror",
        AppUrls.SiteSettings(siteId),
        AppUrls.SiteInstall(siteId),
        AppUrls.ManageAccount,
    ];

    private static async Task SendAsync(SiteOwner owner, int siteId, string payload, string userAgent)
    {
        var utm = string.Concat(new[] { "source", "medium", "campaign", "content", "term" }.Select(name => $"&utm_{name}={Uri.EscapeDataString(payload)}"));
        var properties = new Dictionary<string, string> { [payload] = payload };
        await SampleTraffic.SendAsync(owner.Server, siteId, userAgent, new { url = "https://tea.example/" + payload, referrer = "https://news.example/" + payload, language = payload[..Math.Min(35, payload.Length)], properties });
        await SampleTraffic.SendAsync(owner.Server, siteId, userAgent, new { url = "https://tea.example/?x=1" + utm, referrer = payload, properties });
        await SampleTraffic.SendAsync(owner.Server, siteId, userAgent, new { url = "https://tea.example/" + payload, @event = payload, properties });
    }
}
