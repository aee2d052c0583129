using System.Text.RegularExpressions;
using BlazorTracking.Tests.Browser.Pages;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>An account made in the browser. Its profiles are signed in.</summary>
internal sealed class SiteOwner
{
    private readonly BrowserFixture _browser;
    private readonly string _state;

    private SiteOwner(BrowserFixture browser, ServerProcess server, string state)
    {
        _browser = browser;
        Server = server;
        _state = state;
    }

    public ServerProcess Server { get; }

    public static async Task<SiteOwner> RegisterAsync(BrowserFixture browser, string email, string displayName = "Ada") =>
        await RegisterAsync(browser, await browser.ServerAsync(), email, displayName);

    /// <summary>An account of a server that is the test's own.</summary>
    public static async Task<SiteOwner> RegisterAsync(BrowserFixture browser, ServerProcess server, string email, string displayName = "Ada")
    {
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, AppUrls.Register).AbsoluteUri);
        await new RegisterPage(page).RegisterAsync(displayName, email, "violet tractor harvest");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(AppUrls.Register));
        return new SiteOwner(browser, server, await context.StorageStateAsync());
    }

    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.StorageState = _state;
        return _browser.OpenAsync(options);
    }

    public async Task<OwnedSite> AddSiteAsync(string baseUrl, string name)
    {
        await using var context = await OpenAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Server.Address, AppUrls.NewSite).AbsoluteUri);
        await new NewSitePage(page).AddAsync(baseUrl, name);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/sites/\d+/install$"));
        var id = int.Parse(Regex.Match(page.Url, @"\d+(?=/install$)").Value);
        return new OwnedSite(id, new Uri(Server.Address, AppUrls.Site(id)).AbsoluteUri, await new InstallPage(page).CopySnippetAsync());
    }
}

internal sealed record OwnedSite(int Id, string DashboardUrl, string Snippet);
