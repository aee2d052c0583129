using System.Net;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Beacons;

public sealed class BeaconControllerTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task R9_A_get_is_stored_and_answered_with_an_empty_204_that_no_cache_keeps()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.GetBeaconAsync(site.Id, ("url", "https://example.com/pricing?a=b"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(["cross-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        var visit = Assert.Single(await app.ReadVisitsAsync(site.Id));
        Assert.Equal(("example.com", "/pricing", Visit.PageLoad), (visit.Hostname, visit.Path, visit.Event));
        Assert.Equal((1, 1, 1), (visit.NewVisitor, visit.NewSession, visit.Bounce));
    }

    [Theory]
    [InlineData("/sites/999999/visit?url=https://example.com/")]
    [InlineData("/sites/0/visit?url=https://example.com/")]
    [InlineData("/sites/-1/visit?url=https://example.com/")]
    [InlineData("/sites/9223372036854775808/visit?url=https://example.com/")]
    [InlineData("/sites/1e3/visit?url=https://example.com/")]
    public async Task R10_An_unknown_site_is_404(string url)
    {
        using var client = app.CreateBrowser();

        using var response = await client.GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task R9_Other_methods_are_405_and_never_record(string method)
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/sites/{site.Id}/visit?url=https://example.com/");

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
        Assert.Empty(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task R9_Any_origin_may_send_without_credentials()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var response = await client.PostJsonAsync(site.Id, """{"url":"https://example.com/"}""");

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task R9_A_refusal_can_be_read_from_any_origin_too()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");

        using var response = await client.PostJsonAsync(site.Id, "{}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task R9_A_preflight_is_answered()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Options, $"/sites/{site.Id}/visit");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("POST", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Equal(["content-type"], response.Headers.GetValues("Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task A_slash_at_the_end_is_no_other_address()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.GetAsync($"/SITES/{site.Id}/Visit/?url=/slash");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("/slash", Assert.Single(await app.ReadVisitsAsync(site.Id)).Path);
    }

    [Fact]
    public async Task No_other_method_is_allowed()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        using var response = await client.DeleteAsync($"/sites/{site.Id}/visit?url=/deleted");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task An_address_without_a_sites_number_is_a_page_that_is_not_there()
    {
        using var client = app.OpenBrowser();

        using var response = await client.GetAsync("/sites/mine/visit?url=/");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_robot_is_refused_with_the_reason()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");

        using var response = await client.GetBeaconAsync(site.Id, ("url", "https://example.com/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(["bot"], response.Headers.GetValues(BeaconController.RefusalHeader));
        Assert.Empty(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task Hundreds_of_beacons_at_once_are_all_stored()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        var responses = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => client.GetBeaconAsync(site.Id, ("url", $"https://example.com/{i}"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.NoContent, response.StatusCode));
        var visits = await app.ReadVisitsAsync(site.Id);
        Assert.Equal(400, visits.Select(visit => visit.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((1, 1, 0), (visits.Sum(visit => visit.NewVisitor), visits.Sum(visit => visit.NewSession), visits.Sum(visit => visit.Bounce)));
    }
}
