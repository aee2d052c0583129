using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BlazorTracking.Tests.Features.Sites.Sharing;

public sealed class ShareUnlockTests(AppFactory app) : IClassFixture<AppFactory>
{
    private const string Password = "three random words";

    [Fact]
    public async Task A_link_with_a_password_asks_for_it_and_tells_nothing_of_the_site()
    {
        var (site, page) = await LockedAsync();
        using var browser = OpenBrowser(app);

        var document = await (await browser.GetAsync(page)).ReadPageAsync();

        Assert.Equal("This dashboard has a password", document.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain(site.Name, document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(AppUrls.DetailsOf(page) + "?details=country")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(AppUrls.BadgeOf(page))).StatusCode);
    }

    [Fact]
    public async Task The_right_password_opens_the_link_in_this_browser_and_no_other()
    {
        var (site, page) = await LockedAsync();
        using var browser = OpenBrowser(app);

        var answer = await SubmitAsync(browser, page, Password);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.PathAndQuery());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith(ShareLock.CookieName, StringComparison.Ordinal));
        Assert.Contains($"path={page}", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(site.Name, (await (await browser.GetAsync(page)).ReadPageAsync()).QuerySelector("h1")?.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(AppUrls.DetailsOf(page) + "?details=country")).StatusCode);
        using var other = OpenBrowser(app);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(AppUrls.DetailsOf(page) + "?details=country")).StatusCode);
    }

    [Theory]
    [InlineData("three random word")]
    [InlineData("")]
    public async Task A_wrong_password_says_so_and_opens_nothing(string password)
    {
        var (_, page) = await LockedAsync();
        using var browser = OpenBrowser(app);

        var answer = await SubmitAsync(browser, page, password);

        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith(ShareLock.CookieName, StringComparison.Ordinal)));
        var document = await (await browser.GetAsync(answer.Headers.Location!.PathAndQuery())).ReadPageAsync();
        Assert.Equal("That is not the password.", document.QuerySelector("[role=alert]")?.TextContent);
        Assert.Equal("", document.QuerySelector<IHtmlInputElement>("input[type=password]")?.Value);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        var (site, page) = await LockedAsync();
        using var browser = OpenBrowser(app);

        var answer = await browser.PostAsync(AppUrls.SharedUnlock(site.Id, page.Split('/')[^1]), Form(Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Who_tries_many_passwords_has_to_wait()
    {
        await using var limited = new AppFactory { Settings = { ["Accounts:AttemptLimitPerMinute"] = "2" } };
        var site = await limited.AddSiteAsync();
        var page = AppUrls.SharedSite(site.Id, await limited.ShareAsync(site, password: Password));
        using var browser = OpenBrowser(limited);
        await SubmitAsync(browser, page, "wrong words here");
        await SubmitAsync(browser, page, "wrong words again");

        var answer = await SubmitAsync(browser, page, Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("60", answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task A_frame_does_not_ask_for_a_password()
    {
        var (_, page) = await LockedAsync();
        using var browser = OpenBrowser(app);

        var document = await (await browser.GetAsync(page + "?embed=auto")).ReadPageAsync();

        Assert.Null(document.QuerySelector("input"));
        Assert.Equal("_blank", document.QuerySelector("main a")?.GetAttribute("target"));
    }

    private static HttpClient OpenBrowser(AppFactory server)
    {
        var browser = server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return browser;
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string page, string password)
    {
        var form = (await (await browser.GetAsync(page)).ReadPageAsync()).QuerySelector<IHtmlFormElement>("main form")!;
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return await browser.PostAsync(form.GetAttribute("action"), Form(password, [.. hidden]));
    }

    private static FormUrlEncodedContent Form(string password, params IEnumerable<KeyValuePair<string, string>> hidden) =>
        new([.. hidden, KeyValuePair.Create(ShareUnlock.PasswordField, password)]);

    private async Task<(Site Site, string Page)> LockedAsync()
    {
        var site = await app.AddSiteAsync();
        return (site, AppUrls.SharedSite(site.Id, await app.ShareAsync(site, SitePanels.Locations, Password)));
    }
}
