using System.Text.RegularExpressions;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Browser.Pages;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What axe can check of every page: names, roles, contrast, structure; in the light and in the dark, on a desk and on a telephone.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class AccessibilityTests(BrowserFixture browser, AccessibilityTests.Owners owners) : IClassFixture<AccessibilityTests.Owners>
{
    private static readonly (ColorScheme Scheme, int Width)[] _views =
    [
        (ColorScheme.Light, 1440), (ColorScheme.Light, 390), (ColorScheme.Dark, 390), (ColorScheme.Dark, 1440),
    ];

    public static TheoryData<string> StrangersPages => new()
    {
        AppUrls.Home,
        AppUrls.Register,
        AppUrls.SignIn,
        AppUrls.SignInAndReturnTo(AppUrls.Sites),
        AppUrls.ForgotPassword,
        "/Identity/Account/ForgotPasswordConfirmation",
        "/Identity/Account/ResetPassword?code=abcd",
        "/Identity/Account/ResetPassword?code=cut!off",
        "/Identity/Account/ResendEmailConfirmation",
        "/Identity/Account/Lockout",
        "/no/such/page",
    };

    public static TheoryData<string> AccountPages => new()
    {
        AppUrls.ManageAccount,
        AppUrls.ManageAccount + "/Email",
        AppUrls.ManageAccount + "/ChangePassword",
        AppUrls.ManageAccount + "/TwoFactorAuthentication",
        AppUrls.ManageAccount + "/EnableAuthenticator",
        AppUrls.ManageAccount + "/Browsers",
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
    [InlineData("/sites/{0}/goals")]
    [InlineData("/sites/{0}/install")]
    [InlineData("/sites/{0}/sharing")]
    [InlineData("/sites/{0}/public")]
    [InlineData("/sites/{0}/public?embed=auto")]
    [InlineData("/sites/{0}/public/visits")]
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

    [BrowserFact]
    public async Task A_form_with_errors_is_accessible()
    {
        var server = await browser.ServerAsync();
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, AppUrls.SignIn).AbsoluteUri);
        await new SignInPage(page).SignInAsync("nobody@example.com", "a wrong password");

        await Assertions.Expect(page.GetByText("E-mail or password is not right")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
    }

    [BrowserFact]
    public async Task The_forms_and_the_codes_of_sharing_are_accessible_and_so_is_a_dashboard_that_asks_for_a_password()
    {
        var (owner, visited, _) = await owners.WithSitesAsync(browser);
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteSharing(visited.Id)).AbsoluteUri);
        await page.SettleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await Assertions.Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);

        var link = await new SharingPage(page).MakeLinkAsync("Board", "three random words");
        await AssertAccessibleAsync(page);

        await page.GotoAsync(link);
        await AssertAccessibleAsync(page);
        await page.GetByLabel("Password").FillAsync("three wrong words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
    }

    [BrowserFact]
    public async Task The_list_of_shortcuts_and_an_open_menu_are_accessible()
    {
        var (owner, visited, _) = await owners.WithSitesAsync(browser);
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(visited.DashboardUrl);
        await page.SettleAsync();
        await page.Locator(".range .menu-button").First.ClickAsync();
        await AssertAccessibleAsync(page);
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("?");

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("This list");
        await AssertAccessibleAsync(page);
    }

    [BrowserFact]
    public async Task The_dialog_that_deletes_a_site_is_accessible()
    {
        var (owner, _, waiting) = await owners.WithSitesAsync(browser);
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteSettings(waiting.Id)).AbsoluteUri);
        await page.SettleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete…" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
    }

    [BrowserFact]
    public async Task The_pages_of_a_second_factor_are_accessible()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "codes@example.com");
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Url("/EnableAuthenticator"));
        var key = (await page.Locator("kbd").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.Locator("[name='Input.Code']").FillAsync(TimeBasedCode.Compute(key, TimeBasedCode.StepAt(TimeProvider.System.GetUtcNow())));
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Assertions.Expect(page.Locator(".account-codes li")).ToHaveCountAsync(10);
        await AssertAccessibleAsync(page);
        foreach (var manage in new[] { "/TwoFactorAuthentication", "/GenerateRecoveryCodes", "/ResetAuthenticator", "/Disable2fa" })
        {
            await page.GotoAsync(Url(manage));
            await AssertAccessibleAsync(page);
        }

        await using var elsewhere = await browser.OpenAsync();
        var other = await elsewhere.NewPageAsync();
        await other.GotoAsync(new Uri(owner.Server.Address, AppUrls.SignIn).AbsoluteUri);
        await new SignInPage(other).SignInAsync("codes@example.com", "violet tractor harvest");
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Two-factor authentication" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(other);
        await other.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code" }).ClickAsync();
        await Assertions.Expect(other).ToHaveURLAsync(new Regex("RecoveryCode"));
        await AssertAccessibleAsync(other);

        string Url(string manage) => new Uri(owner.Server.Address, AppUrls.ManageAccount + manage).AbsoluteUri;
    }

    private static async Task AssertAccessibleAsync(IBrowserContext context, string url, Func<IPage, Task>? prepare = null)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        if (prepare is not null)
        {
            await page.SettleAsync();
            await prepare(page);
        }

        await AssertAccessibleAsync(page);
    }

    /// <summary>Looks at the page as it is in every view, loaded once.</summary>
    private static async Task AssertAccessibleAsync(IPage page)
    {
        await page.SettleAsync();
        var found = new List<string>();
        foreach (var (scheme, width) in _views)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetViewportSizeAsync(width, 900);

            // Colours that are on their way to the other scheme have the contrast of neither.
            await page.WaitForFunctionAsync("() => document.getAnimations().every(animation => animation.playState !== 'running' || animation.effect?.getComputedTiming().endTime === Infinity)");
            var result = await page.RunAxe();
            found.AddRange(result.Violations.Select(violation => Describe(violation, scheme, width)));
        }

        Assert.True(found.Count == 0, $"{page.Url}{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }

    private static string Describe(AxeResultItem violation, ColorScheme scheme, int width) =>
        $"[{scheme} {width}] {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(5).Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}"))}";

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
                await SampleSharing.PublishAsync(owner, visited);
                _withSites = made = (owner, visited, await owner.AddSiteAsync("https://new.example", "New shop"));
            }

            return made;
        }
    }
}
