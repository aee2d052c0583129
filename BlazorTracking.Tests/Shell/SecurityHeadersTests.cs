using BlazorTracking.Shell;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Shell;

public sealed class SecurityHeadersTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/not-found")]
    [InlineData("/Identity/Account/Login")]
    [InlineData("/Identity/Account/Register")]
    public async Task A_page_has_each_of_them_once(string url)
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.GetAsync(url);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal([SecurityHeaders.ContentPolicy], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["strict-origin-when-cross-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.Equal([SecurityHeaders.PermissionsPolicy], response.Headers.GetValues("Permissions-Policy"));
    }

    [Theory]
    [InlineData("/sites")]
    [InlineData("/theme.css")]
    [InlineData("/app.css")]
    [InlineData("/shell.js")]
    [InlineData("/track.js")]
    [InlineData("/favicon.svg")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/sites/999999/visit?url=https://example.com/")]
    public async Task Everything_else_is_taken_for_what_it_says_it_is(string url)
    {
        using var browser = app.OpenBrowser();

        using var response = await browser.GetAsync(url);

        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["strict-origin-when-cross-origin"], response.Headers.GetValues("Referrer-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/Identity/Account/Login")]
    public async Task No_page_holds_a_script_that_the_policy_forbids(string url)
    {
        using var browser = app.OpenBrowser();

        var page = await (await browser.GetAsync(url)).ReadPageAsync();

        Assert.NotEmpty(page.QuerySelectorAll("script"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.DoesNotContain("//", script.GetAttribute("src") ?? "//", StringComparison.Ordinal));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there()
    {
        using var browser = app.OpenBrowser();
        browser.BaseAddress = new Uri("https://stats.example.com");

        using var response = await browser.GetAsync("/");

        Assert.Single(response.Headers.GetValues("Strict-Transport-Security"));
    }
}
