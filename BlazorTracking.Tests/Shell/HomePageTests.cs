using System.Net;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Shell;

public sealed class HomePageTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task R6_a_stranger_is_welcomed_and_shown_the_way_in()
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.GetAsync("/");

        var page = await response.ReadPageAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("See your visitors while they are here", page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector($"main a[href='{AppUrls.Register}']"));
        Assert.NotNull(page.QuerySelector($"main a[href='{AppUrls.SignIn}']"));
    }

    [Fact]
    public async Task Where_registration_is_closed_the_way_to_it_is_not_shown()
    {
        await using var closed = new AppFactory { Settings = { ["Accounts:Registration"] = "Closed" } };
        await closed.AddAccountAsync();
        using var browser = closed.OpenBrowser();

        using var response = await browser.GetAsync("/");

        var page = await response.ReadPageAsync();
        Assert.Null(page.QuerySelector($"main a[href='{AppUrls.Register}']"));
        Assert.NotNull(page.QuerySelector($"main a[href='{AppUrls.SignIn}']"));
    }

    [Fact]
    public async Task R6_who_is_signed_in_goes_straight_to_the_sites()
    {
        using var browser = await app.OpenBrowserAsync(await app.AddAccountAsync());

        using var response = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/sites", response.Headers.Location?.PathAndQuery());
    }

    [Fact]
    public async Task HEAD_is_answered_like_GET()
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }
}
