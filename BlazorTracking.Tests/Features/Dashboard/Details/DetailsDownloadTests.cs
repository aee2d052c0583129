using System.Net;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Tests.Features.Dashboard.Details;

public sealed class DetailsDownloadTests
{
    [Fact]
    public async Task The_owner_gets_every_value_that_is_found_as_a_file()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/a"), dashboard.Visit("/a") with { Bounce = 0, DurationMs = 1500 }, dashboard.Visit("/about"), dashboard.Visit("/b"));

        var response = await GetAsync(dashboard, "?details=page&q=/A&range=today");

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=page.csv", response.Content.Headers.ContentDisposition?.ToString());
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(
            "Page,Visitors,Share,Sessions,Bounce rate,Visit time in seconds\r\n/a,2,0.5,2,0.5,0.75\r\n/about,1,0.25,1,1,0\r\n",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Filters_and_order_are_those_of_the_dialog()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/a"), dashboard.Visit("/b"), dashboard.Visit("/c") with { Country = "FR" });

        var text = await (await GetAsync(dashboard, "?details=page&filter=country:is:DE&sort=name")).Content.ReadAsStringAsync();

        Assert.Equal(["/b", "/a"], text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Of_properties_it_says_nothing_of_sessions()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit() with { Event = "Signup", Properties = """{"plan":"pro"}""" });

        Assert.Equal("Property,Events,Share\r\nplan: pro,1,1\r\n", await (await GetAsync(dashboard, "?details=property")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_a_visitor_sent_is_no_formula()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit() with { UtmCampaign = "=1+1" });

        Assert.Contains("\r\n'=1+1,1,", await (await GetAsync(dashboard, "?details=utmCampaign")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?details=planet")]
    public async Task Without_what_to_list_it_says_so(string parameters)
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var response = await GetAsync(dashboard, parameters);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"details\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_and_a_site_that_is_not_there_are_answered_alike()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        using var other = await dashboard.App.OpenBrowserAsync(await dashboard.App.AddAccountAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(AppUrls.SiteDetails(dashboard.Site.Id) + "?details=page")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(AppUrls.SiteDetails(999) + "?details=page")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        using var stranger = dashboard.App.OpenBrowser();

        var response = await stranger.GetAsync(AppUrls.SiteDetails(dashboard.Site.Id) + "?details=page");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith(AppUrls.SignIn, response.Headers.Location?.PathAndQuery(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> GetAsync(OpenDashboard dashboard, string parameters)
    {
        await using var context = dashboard.App.CreateContext();
        var owner = await context.Set<Account>().SingleAsync(account => account.Id == dashboard.Site.OwnerId);
        using var browser = await dashboard.App.OpenBrowserAsync(owner);
        return await browser.GetAsync(AppUrls.SiteDetails(dashboard.Site.Id) + parameters);
    }
}
