using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>
/// Every page on the narrowest screen, and on a desk at 200 % (1440 × 900 seen as 720 × 450): nothing has to be scrolled
/// sideways (WCAG 1.4.10), and everything that is pressed can be hit by a finger (WCAG 2.5.8).
/// </summary>
[Collection(nameof(BrowserSuite))]
public sealed class ReflowTests(BrowserFixture browser, ReflowTests.Visited visited) : IClassFixture<ReflowTests.Visited>
{
    // What sticks out, unless something around it scrolls by itself.
    private const string FindWide = """
        () => {
          const edge = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= edge) return [];
          const scrolls = element => { for (let e = element; e && e !== document.body; e = e.parentElement) { const x = getComputedStyle(e).overflowX; if (x !== 'visible') return true; } return false; };
          return [...document.body.querySelectorAll('*')]
            .filter(element => element.getBoundingClientRect().right > edge + 0.5 && !scrolls(element.parentElement))
            .slice(0, 5).map(element => `${Math.round(element.getBoundingClientRect().right)} > ${edge}: ${element.outerHTML.slice(0, 160)}`)
            .concat(`the page is ${document.documentElement.scrollWidth} wide`);
        }
        """;

    // A link within a sentence is as high as its line; a box belongs to its label.
    private const string FindSmall = """
        least => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
          .filter(element => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && !element.closest('.visually-hidden, .skip-link, [inert]'))
          .filter(element => !(element.tagName === 'A' && getComputedStyle(element).display === 'inline' && element.parentElement.textContent.trim() !== element.textContent.trim()))
          .map(element => ({ element, box: (element.matches('[type=checkbox], [type=radio]') && element.closest('label') || element).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
          .map(({ element, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${element.outerHTML.slice(0, 160)}`)
        """;

    // The main actions of a page.
    private const string FindSmallActions = """
        () => [...document.querySelectorAll('main .button, header a, header button, header summary')]
          .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
          .map(element => `${Math.round(element.getBoundingClientRect().height)}: ${element.outerHTML.slice(0, 160)}`)
        """;

    public static TheoryData<string> StrangersPages => new() { AppUrls.Home, AppUrls.Register, AppUrls.SignIn, AppUrls.ForgotPassword, "/no/such/page" };

    public static TheoryData<string> OwnersPages => new()
    {
        AppUrls.Sites,
        AppUrls.NewSite,
        "/sites/{0}",
        "/sites/{0}?range=30d&filter=page:not:/green-tea,/checkout&filter=browser:has:fox",
        "/sites/{0}?details=page",
        "/sites/{0}/visits",
        "/sites/{0}/settings",
        "/sites/{0}/sharing",
        "/sites/{0}/goals",
        "/sites/{0}/install",
        "/sites/{0}/public",
        "/sites/{0}/public?embed=light",
        AppUrls.ManageAccount,
        AppUrls.ManageAccount + "/Email",
        AppUrls.ManageAccount + "/ChangePassword",
        AppUrls.ManageAccount + "/TwoFactorAuthentication",
        AppUrls.ManageAccount + "/EnableAuthenticator",
        AppUrls.ManageAccount + "/Browsers",
        AppUrls.ManageAccount + "/PersonalData",
        AppUrls.ManageAccount + "/DeletePersonalData",
    };

    [BrowserTheory]
    [MemberData(nameof(StrangersPages))]
    public async Task A_strangers_page_fits(string path)
    {
        var server = await browser.ServerAsync();
        foreach (var view in Views)
        {
            await using var context = await browser.OpenAsync(view);
            await AssertFitsAsync(context, new Uri(server.Address, path), view);
        }
    }

    [BrowserTheory]
    [MemberData(nameof(OwnersPages))]
    public async Task An_owners_page_fits(string path)
    {
        var (owner, site) = await visited.OpenAsync(browser);
        foreach (var view in Views)
        {
            await using var context = await owner.OpenAsync(view);
            await AssertFitsAsync(context, new Uri(owner.Server.Address, path.Replace("{0}", $"{site.Id}", StringComparison.Ordinal)), view);
        }
    }

    private static IEnumerable<BrowserNewContextOptions> Views =>
    [
        new() { ViewportSize = new() { Width = 320, Height = 640 }, HasTouch = true, ReducedMotion = ReducedMotion.Reduce },

        // German words are longer.
        new() { ViewportSize = new() { Width = 320, Height = 640 }, Locale = "de-DE", HasTouch = true, ReducedMotion = ReducedMotion.Reduce },
        new() { ViewportSize = new() { Width = 720, Height = 450 }, DeviceScaleFactor = 2, ReducedMotion = ReducedMotion.Reduce },
    ];

    private static async Task AssertFitsAsync(IBrowserContext context, Uri url, BrowserNewContextOptions view)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url.AbsoluteUri);
        await page.SettleAsync();

        var found = (await page.EvaluateAsync<string[]>(FindWide)).Select(text => $"wide: {text}")
            .Concat((await page.EvaluateAsync<string[]>(FindSmall, 24)).Select(text => $"small: {text}"));
        if (view.HasTouch == true)
        {
            found = found.Concat((await page.EvaluateAsync<string[]>(FindSmallActions)).Select(text => $"small for a main action: {text}"));
        }

        var troubles = found.ToList();
        Assert.True(troubles.Count == 0, $"{page.Url} at {view.ViewportSize!.Width} {view.Locale}{Environment.NewLine}{string.Join(Environment.NewLine, troubles)}");
    }

    /// <summary>A public site with visits, goals and a long name. The tests of this class only look.</summary>
    public sealed class Visited
    {
        private (SiteOwner Owner, OwnedSite Site)? _made;

        internal async Task<(SiteOwner Owner, OwnedSite Site)> OpenAsync(BrowserFixture browser)
        {
            if (_made is not { } made)
            {
                var owner = await SiteOwner.RegisterAsync(browser, "narrow@example.com", "Wilhelmine Featherstonehaugh-Cholmondeley");
                var site = await owner.AddSiteAsync("https://tea.example", "The-extraordinarily-long-named-tea-shop-of-Featherstonehaugh-and-daughters");
                await SampleTraffic.SendAsync(owner.Server, site.Id);
                await SampleTraffic.SendPageViewAsync(owner.Server, site.Id, "/a-path-without-any-place-to-break-it-that-goes-on-and-on-and-on/" + new string('x', 200));
                await SampleTraffic.SendRefusedAsync(owner.Server, site.Id);
                await SampleSharing.PublishAsync(owner, site);
                await WaitForRefusalsAsync(owner, site);
                _made = made = (owner, site);
            }

            return made;
        }

        // They are written once a second.
        private static async Task WaitForRefusalsAsync(SiteOwner owner, OwnedSite site)
        {
            await using var context = await owner.OpenAsync();
            var page = await context.NewPageAsync();
            var refused = page.Locator(".refused thead th");
            for (var attempt = 1; await refused.CountAsync() < 5; attempt++)
            {
                Assert.InRange(attempt, 1, 60);
                await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteSettings(site.Id)).AbsoluteUri);
                await page.SettleAsync();
            }
        }
    }
}
