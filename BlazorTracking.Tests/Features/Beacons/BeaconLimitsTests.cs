using System.Net;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Beacons;

public sealed class BeaconLimitsTests
{
    [Fact]
    public void An_address_over_its_limit_is_told_when_to_come_back()
    {
        using var limits = Create(new BeaconsOptions { AddressLimitPerMinute = 2 });
        var address = IPAddress.Parse("203.0.113.7");

        Assert.Null(limits.CheckAddress(address));
        Assert.Null(limits.CheckAddress(address));
        Assert.InRange(limits.CheckAddress(address)!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public void Another_address_has_a_limit_of_its_own()
    {
        using var limits = Create(new BeaconsOptions { AddressLimitPerMinute = 1 });
        limits.CheckAddress(IPAddress.Parse("203.0.113.7"));

        var others = Enumerable.Range(1, 20).Select(i => limits.CheckAddress(IPAddress.Parse($"198.51.100.{i}")));

        // Addresses share counters by hash: one of twenty may meet another, all of them cannot.
        Assert.InRange(others.Count(retryAfter => retryAfter is null), 19, 20);
    }

    [Fact]
    public void The_addresses_of_one_ipv6_network_share_a_limit()
    {
        using var limits = Create(new BeaconsOptions { AddressLimitPerMinute = 1 });

        Assert.Null(limits.CheckAddress(IPAddress.Parse("2001:db8:1:2::1")));
        Assert.NotNull(limits.CheckAddress(IPAddress.Parse("2001:db8:1:2:ffff::9")));
    }

    [Fact]
    public void A_mapped_address_is_the_ipv4_address()
    {
        using var limits = Create(new BeaconsOptions { AddressLimitPerMinute = 1 });

        Assert.Null(limits.CheckAddress(IPAddress.Parse("203.0.113.7")));
        Assert.NotNull(limits.CheckAddress(IPAddress.Parse("::ffff:203.0.113.7")));
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        using var limits = Create(new BeaconsOptions { AddressLimitPerMinute = 0, SiteLimitPerSecond = 0 });

        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.True(limits.CheckAddress(IPAddress.Loopback) is null && limits.CheckSite(1) is null));
    }

    [Fact]
    public async Task A_site_over_its_limit_is_answered_with_429_and_retry_after()
    {
        await using var app = new AppFactory { Settings = { ["Beacons:SiteLimitPerSecond"] = "1" } };
        var site = await app.AddSiteAsync();
        using var client = app.CreateBrowser();

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetBeaconAsync(site.Id, ("url", "https://example.com/"))));

        var refused = responses.First(response => response.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(["rate-limit"], refused.Headers.GetValues(BeaconController.RefusalHeader));
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
    }

    private static BeaconLimits Create(BeaconsOptions options) => new(Options.Create(options));
}
