using BlazorTracking.Tests.Browser.Pages;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What axe can check of every page: names, roles, contrast, structure; in the light on a desk, in the dark on a telephone.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class AccessibilityTests(BrowserFixture browser, AccessibilityTests.Owners owners) : IClassFixture<AccessibilityTests.Owners>
{
    private static readonly (ColorScheme Scheme, int Width)[] _views = [(ColorScheme.Light, 1440), (ColorScheme.Dark, 390)];

    public static TheoryData<string> StrangersPages => new()
    {
        AppUrls.Home,
        AppUrls.Register,
        AppUrls.SignIn,
        AppUrls.SignInAndReturnTo(AppUrls.Sites),
        AppUrls.ForgotPassword,
        "/no/such/page",
    };

    public static TheoryData<string> AccountPages => new()
    {
        AppUrls.ManageAccount,
        AppUrls.ManageAccount + "/Email",
        AppUrls.ManageAccount + "/ChangePassword",
        AppUrls.ManageAccount + "/TwoFactorAuthentication",
        AppUrls.ManageAccount + "/EnableAuthenticator",
        AppUrls.ManageAccount + "/PersonalData",
        AppUrls.ManageAccount + "/DeletePersonalData",
        "/sites/999999",
        AppUrls.NewSite,
        AppUrls.Sites,
    };

    [BrowserTheory]
    [MemberData(nameof(StrangersPages))]
    public async Task A_strangers_page_is_accessible(string path)
    {
        var server = await browser.ServerAsync();
        await using var context = await browser.OpenAsync();

        await AssertAccessibleAsync(context, new Uri(server.Address, path).AbsoluteUri);
    }

    [BrowserTheory]
    [MemberData(nameof(AccountPages))]
    public async Task An_accounts_page_is_accessible_before_there_is_a_site(string path)
    {
        var owner = await owners.NewcomerAsync(browser);
        await using var context = await owner.OpenAsync();

        await AssertAccessibleAsync(context, new Uri(owner.Server.Address, path).AbsoluteUri);
    }

    [BrowserTheory]
    [InlineData("/sites")]
    [InlineData("/sites/{0}")]
    [InlineData("/sites/{0}?range=30d")]
    [InlineData("/sites/{0}?details=page")]
    [InlineData("/sites/{0}?details=event&filter=page:is:/nowhere")]
    [InlineData("/sites/{0}?filter=page:not:/green-tea,/checkout&filter=browser:has:fox")]
    [InlineData("/sites/{0}/visits")]
    [InlineData("/sites/{0}/settings")]
    [InlineData("/sites/{0}/install")]
    public async Task A_page_of_a_site_with_visits_is_accessible(string path)
    {
        var (owner, visited, _) = await owners.WithSitesAsync(browser);
        await using var context = await owner.OpenAsync();

        await AssertAccessibleAsync(context, new Uri(owner.Server.Address, path.Replace("{0}", $"{visited.Id}", StringComparison.Ordinal)).AbsoluteUri);
    }

    [BrowserTheory]
    [InlineData("/sites/{0}")]
    [InlineData("/sites/{0}/visits?filter=page:is:/green-tea")]
    public async Task The_dialog_of_a_filter_is_accessible(string path)
    {
        var (owner, visited, _) = await owners.WithSitesAsync(browser);
        await using var context = await owner.OpenAsync();

        await AssertAccessibleAsync(
            context,
            new Uri(owner.Server.Address, path.Replace("{0}", $"{visited.Id}", StringComparison.Ordinal)).AbsoluteUri,
            async page =>
            {
                var dialog = await new DashboardPage(page).AddFilterAsync();
                await Assertions.Expect(dialog.Suggestions.First).ToBeVisibleAsync();
                await dialog.Suggestions.First.ClickAsync();
                await Assertions.Expect(dialog.Values).ToHaveCountAsync(1);
            });
    }

    [BrowserTheory]
    [InlineData("/sites/{0}")]
    [InlineData("/sites/{0}/visits")]
    [InlineData("/sites/{0}/install")]
    public async Task A_page_of_a_site_that_waits_for_its_first_visit_is_accessible(string path)
    {
        var (owner, _, waiting) = await owners.WithSitesAsync(browser);
        await using var context = await owner.OpenAsync();

        await AssertAccessibleAsync(context, new Uri(owner.Server.Address, path.Replace("{0}", $"{waiting.Id}", StringComparison.Ordinal)).AbsoluteUri);
    }

    private static async Task AssertAccessibleAsync(IBrowserContext context, string url, Func<IPage, Task>? prepare = null)
    {
        var page = await context.NewPageAsync();
        var found = new List<string>();
        foreach (var (scheme, width) in _views)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(url);
            await page.SettleAsync();
            if (prepare is not null)
            {
                await prepare(page);
            }

            var result = await page.RunAxe();
            found.AddRange(result.Violations.Select(violation => Describe(violation, scheme)));
        }

        Assert.True(found.Count == 0, $"{url}{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }

    private static string Describe(AxeResultItem violation, ColorScheme scheme) =>
        $"[{scheme}] {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(5).Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}"))}";

    /// <summary>Accounts that the tests of this class share: they only look.</summary>
    public sealed class Owners
    {
        private SiteOwner? _newcomer;
        private (SiteOwner Owner, OwnedSite Visited, OwnedSite Waiting)? _withSites;

        internal async Task<SiteOwner> NewcomerAsync(BrowserFixture browser) =>
            _newcomer ??= await SiteOwner.RegisterAsync(browser, "newcomer@example.com");

        internal async Task<(SiteOwner Owner, OwnedSite Visited, OwnedSite Waiting)> WithSitesAsync(BrowserFixture browser)
        {
            if (_withSites is not { } made)
            {
                var owner = await SiteOwner.RegisterAsync(browser, "keeper@example.com");
                var visited = await owner.AddSiteAsync("https://tea.example", "Tea shop");
                await SampleTraffic.SendAsync(owner.Server, visited.Id);
                await SampleTraffic.SendPageViewAsync(owner.Server, visited.Id, "/from-japan", SampleTraffic.Japan);
                _withSites = made = (owner, visited, await owner.AddSiteAsync("https://new.example", "New shop"));
            }

            return made;
        }
    }
}
