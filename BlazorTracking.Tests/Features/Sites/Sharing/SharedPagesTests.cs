using System.Net;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Shell;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Sites.Sharing;

/// <summary>What the pages for others answer over HTTP.</summary>
public sealed class SharedPagesTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task A_stranger_with_the_link_gets_the_page_without_signing_in()
    {
        var site = await app.AddSiteAsync();
        var token = await app.ShareAsync(site);

        using var response = await GetAsync(AppUrls.SharedSite(site.Id, token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(site.Name, (await response.ReadPageAsync()).QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_revoked_expired_private_and_missing_are_answered_alike()
    {
        var (site, other) = (await app.AddSiteAsync(), await app.AddSiteAsync());
        var revoked = await app.ShareAsync(site, SitePanels.All);
        await app.RevokeAsync(site);
        var elsewhere = await app.ShareAsync(other, SitePanels.All);
        string[] refused =
        [
            AppUrls.SharedSite(site.Id, ShareToken.Create()),
            AppUrls.SharedSite(site.Id, revoked),
            AppUrls.SharedSite(site.Id, elsewhere),
            AppUrls.SharedSite(999_999, elsewhere),
            AppUrls.LogOf(AppUrls.SharedSite(site.Id, revoked)),
            AppUrls.PublicSite(site.Id),
            AppUrls.PublicSite(999_999),
            AppUrls.LogOf(AppUrls.PublicSite(site.Id)),
        ];

        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var url in refused)
        {
            using var response = await GetAsync(url);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            answers.Add((await response.ReadPageAsync()).MainText());
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task A_public_site_has_a_page_until_it_is_private()
    {
        var site = await app.AddSiteAsync();
        await app.PublishAsync(site, SitePanels.Pages);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(AppUrls.PublicSite(site.Id))).StatusCode);

        await app.PublishAsync(site, null);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(AppUrls.PublicSite(site.Id))).StatusCode);
    }

    [Fact]
    public async Task The_owner_s_pages_stay_the_owner_s()
    {
        var site = await app.AddSiteAsync();
        await app.PublishAsync(site, SitePanels.All);

        foreach (var url in new[] { AppUrls.Site(site.Id), AppUrls.SiteLog(site.Id), AppUrls.SiteSharing(site.Id), AppUrls.SiteSettings(site.Id), AppUrls.SiteDetails(site.Id) + "?details=page" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(url)).StatusCode);
        }
    }

    [Fact]
    public async Task The_log_is_there_only_where_single_visits_are_shared()
    {
        var site = await app.AddSiteAsync();
        var without = AppUrls.SharedSite(site.Id, await app.ShareAsync(site, SitePanels.All & ~SitePanels.Visits));
        var with = AppUrls.SharedSite(site.Id, await app.ShareAsync(site, SitePanels.Visits));

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(AppUrls.LogOf(without))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(AppUrls.LogOf(with))).StatusCode);
    }

    [Theory]
    [InlineData("country", HttpStatusCode.OK)]
    [InlineData("page", HttpStatusCode.NotFound)]
    public async Task A_file_holds_only_what_a_shared_panel_shows(string dimension, HttpStatusCode expected)
    {
        var site = await app.AddSiteAsync();
        var shared = AppUrls.SharedSite(site.Id, await app.ShareAsync(site, SitePanels.Locations));
        await app.PublishAsync(site, SitePanels.Locations);

        Assert.Equal(expected, (await GetAsync($"{AppUrls.DetailsOf(shared)}?details={dimension}")).StatusCode);
        Assert.Equal(expected, (await GetAsync($"{AppUrls.DetailsOf(AppUrls.PublicSite(site.Id))}?details={dimension}")).StatusCode);
    }

    [Fact]
    public async Task Only_an_embedded_dashboard_may_stand_in_a_frame()
    {
        var site = await app.AddSiteAsync();
        await app.PublishAsync(site, SitePanels.None);
        var link = AppUrls.SharedSite(site.Id, await app.ShareAsync(site));

        await AssertFramedAsync(true, link + "?embed=auto", AppUrls.PublicSite(site.Id) + "?embed=dark");
        await AssertFramedAsync(
            false,
            link,
            AppUrls.PublicSite(site.Id),
            AppUrls.SharedSite(site.Id, ShareToken.Create()) + "?embed=auto",
            AppUrls.PublicSite(999_999) + "?embed=auto",
            AppUrls.SignIn + "?embed=auto",
            AppUrls.Home + "?embed=auto");

        async Task AssertFramedAsync(bool isFramed, params string[] urls)
        {
            foreach (var url in urls)
            {
                using var response = await GetAsync(url);
                Assert.Equal([isFramed ? SecurityHeaders.EmbeddedContentPolicy : SecurityHeaders.ContentPolicy], response.Headers.GetValues("Content-Security-Policy"));
                Assert.Equal(!isFramed, response.Headers.Contains("X-Frame-Options"));
            }
        }
    }

    [Theory]
    [InlineData("?embed=dark", "dark")]
    [InlineData("?embed=light", "light")]
    [InlineData("?embed=auto", null)]
    [InlineData("?embed=%22onload", null)]
    public async Task An_embedded_dashboard_has_the_colours_of_its_address_and_no_navigation(string parameters, string? theme)
    {
        var site = await app.AddSiteAsync();
        await app.PublishAsync(site, SitePanels.None);

        var page = await (await GetAsync(AppUrls.PublicSite(site.Id) + parameters)).ReadPageAsync();

        Assert.Equal(theme, page.DocumentElement.GetAttribute("data-theme"));
        Assert.Null(page.QuerySelector("header.header"));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => link.GetAttribute("href")?.Contains("settings", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_secret_of_a_link_is_in_no_log()
    {
        var site = await app.AddSiteAsync();
        var token = await app.ShareAsync(site);

        Assert.Equal($"/sites/{site.Id}/shared/…", AppUrls.WithoutSecret(AppUrls.SharedSite(site.Id, token)));
        Assert.Equal($"/sites/{site.Id}/shared/…/visits", AppUrls.WithoutSecret(AppUrls.LogOf(AppUrls.SharedSite(site.Id, token))));
        Assert.Equal($"/sites/{site.Id}", AppUrls.WithoutSecret(AppUrls.Site(site.Id)));
    }

    private async Task<HttpResponseMessage> GetAsync(string url)
    {
        using var browser = app.OpenBrowser();
        return await browser.GetAsync(url);
    }
}
