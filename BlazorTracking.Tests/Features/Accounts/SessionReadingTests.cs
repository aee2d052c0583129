using System.Net;
using BlazorTracking.Shell;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.TestHost;

namespace BlazorTracking.Tests.Features.Accounts;

/// <summary>Whose request it is costs a reading of the database: only those pay it that ask for a page.</summary>
public sealed class SessionReadingTests : IAsyncLifetime
{
    private const string Sessions = "AccountSessions";

    private readonly AppFactory _origin = new();
    private readonly CommandCounter _commands = new();
    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> _app = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        var browser = new AccountBrowser(_app = _origin.WithWebHostBuilder(host => host.ConfigureTestServices(_commands.Watch)));
        await browser.RegisterAsync("reader@example.com");
        _browser = _app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        _browser.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Identity.Application={browser.SessionCookie}");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _origin.DisposeAsync();
    }

    [Fact]
    public async Task A_page_reads_the_session() =>
        Assert.NotEqual(0, await ReadingsOfAsync(AppUrls.ManageAccount, HttpStatusCode.OK));

    [Theory]
    [InlineData("/app.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/flags/DE.svg")]
    [InlineData("/mudblazor.js")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData(Theme.StylesheetPath)]
    [InlineData(AppUrls.TrackingScript)]
    [InlineData(AppUrls.HealthLive)]
    [InlineData(AppUrls.HealthReady)]
    public async Task What_is_the_same_for_everybody_reads_no_session(string url) =>
        Assert.Equal(0, await ReadingsOfAsync(url, HttpStatusCode.OK));

    [Fact]
    public async Task A_beacon_reads_no_session()
    {
        var site = await _origin.AddSiteAsync();
        _browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", BeaconClient.UserAgent);

        Assert.Equal(0, await ReadingsOfAsync($"{AppUrls.Beacon(site.Id)}?url=https://example.com/", HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task A_beacon_reads_its_own_site_once_and_no_other()
    {
        await _origin.AddSiteAsync();
        var site = await _origin.AddSiteAsync();
        _browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", BeaconClient.UserAgent);

        var readings = await _commands.CountAsync("Sites", async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                using var response = await _browser.GetAsync($"{AppUrls.Beacon(site.Id)}?url=https://example.com/");
                Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            }
        });

        // The cache forgets it after seconds: on a slow machine in between, too.
        Assert.InRange(readings, 1, 2);
    }

    private Task<int> ReadingsOfAsync(string url, HttpStatusCode expected) => _commands.CountAsync(Sessions, async () =>
    {
        using var response = await _browser.GetAsync(url);
        Assert.Equal(expected, response.StatusCode);
    });
}
