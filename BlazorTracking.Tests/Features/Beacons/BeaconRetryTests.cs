using System.Net;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>A visit that is sent again is stored once.</summary>
public sealed class BeaconRetryTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task A_retry_with_the_same_id_is_stored_once_and_answered_alike()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();
        var body = $$"""{"id":"mf3a1b2c-{{Guid.NewGuid():N}}","url":"https://example.com/"}""";

        using var first = await client.PostJsonAsync(site.Id, body);
        using var second = await client.PostJsonAsync(site.Id, body);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        Assert.Single(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task The_same_id_sent_many_times_at_once_is_stored_once()
    {
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        var responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.PostJsonAsync(site.Id, """{"id":"at-once","url":"https://example.com/"}""")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.NoContent, response.StatusCode));
        Assert.Single(await app.ReadVisitsAsync(site.Id));
    }

    [Fact]
    public async Task The_same_id_on_two_sites_is_two_visits()
    {
        var (one, other) = (await app.AddSiteAsync(), await app.AddSiteAsync());
        using var client = app.CreateBrowser();

        using var first = await client.PostJsonAsync(one.Id, """{"id":"shared","url":"https://example.com/"}""");
        using var second = await client.PostJsonAsync(other.Id, """{"id":"shared","url":"https://example.com/"}""");

        Assert.Single(await app.ReadVisitsAsync(one.Id));
        Assert.Single(await app.ReadVisitsAsync(other.Id));
    }
}
