using System.Net;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class ForwardedAddressesTests
{
    private const string Proxy = "10.0.0.1";
    private const string Visitor = "203.0.113.7";

    [Theory]
    [InlineData(Proxy, Proxy, Visitor, Visitor)]
    [InlineData("10.0.0.0/8", "10.9.8.7", Visitor, Visitor)]
    [InlineData("10.0.0.0/8", "::ffff:10.9.8.7", Visitor, Visitor)]
    [InlineData("10.0.0.1/8", "10.9.8.7", Visitor, Visitor)]
    [InlineData("2001:db8::/32", "2001:db8::1", Visitor, Visitor)]
    [InlineData("192.0.2.1, 10.0.0.1 2001:db8::1", Proxy, Visitor, Visitor)]
    [InlineData(Proxy, Proxy, "2001:db8::9", "2001:db8::9")]
    [InlineData(Proxy, Proxy, "[2001:db8::9]:4711", "2001:db8::9")]
    [InlineData(Proxy, Proxy, "203.0.113.7:4711", Visitor)]
    [InlineData(Proxy, Proxy, "::1", "::1")]
    [InlineData(Proxy, "192.0.2.9", Visitor, "192.0.2.9")]
    [InlineData("", Proxy, Visitor, Proxy)]
    [InlineData("", "127.0.0.1", Visitor, "127.0.0.1")]
    [InlineData("10.0.0.0/8", Proxy, "198.51.100.66, 203.0.113.7, 10.0.0.2", Visitor)]
    [InlineData(Proxy, Proxy, "198.51.100.66, 203.0.113.7", Visitor)]
    public async Task R11_The_address_is_believed_to_trusted_proxies_only(string trusted, string peer, string header, string seen)
    {
        await using var server = await StartAsync(trusted);

        var context = await SendAsync(server, peer, header);

        Assert.Equal(seen, await ReadAsync(context));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData("unknown")]
    [InlineData("_hidden")]
    [InlineData("1.2.3.4/../evil")]
    [InlineData("999.1.1.1")]
    [InlineData("[::1")]
    [InlineData("203.0.113.7:99999")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("localhost")]
    [InlineData("\u00FF\u00FE")]
    public async Task R11_A_header_of_rubbish_leaves_the_peers_address_and_fails_nothing(string header)
    {
        await using var server = await StartAsync(Proxy);

        var context = await SendAsync(server, Proxy, header);

        Assert.Equal((StatusCodes.Status200OK, Proxy), (context.Response.StatusCode, await ReadAsync(context)));
    }

    [Fact]
    public async Task A_thousand_entries_are_read_from_the_near_end()
    {
        await using var server = await StartAsync("10.0.0.0/8");
        var header = string.Join(", ", Enumerable.Repeat(Visitor, 1000).Concat(Enumerable.Repeat("10.0.0.3", 1000)));

        Assert.Equal(Visitor, await ReadAsync(await SendAsync(server, Proxy, header)));
    }

    [Theory]
    [InlineData(Proxy, "https")]
    [InlineData("192.0.2.9", "http")]
    public async Task The_scheme_is_believed_to_trusted_proxies_only(string peer, string scheme)
    {
        await using var server = await StartAsync(Proxy);

        var context = await SendAsync(server, peer, Visitor);

        Assert.Equal(scheme, context.Request.Scheme);
    }

    [Fact]
    public void The_setting_may_be_a_list()
    {
        var options = new ProxyOptions();

        options.Read(new ConfigurationBuilder().AddInMemoryCollection([
            new("Proxy:TrustedAddresses:0", "10.0.0.1"),
            new("Proxy:TrustedAddresses:1", "192.168.0.0/16"),
        ]).Build());

        Assert.Equal(["10.0.0.1", "192.168.0.0/16"], options.TrustedAddresses);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("10")]
    [InlineData("proxy.local")]
    [InlineData("10.0.0.0/33")]
    public void A_setting_that_is_no_address_is_refused_with_a_sentence(string trusted)
    {
        var options = new ProxyOptions();
        options.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Proxy:TrustedAddresses", $"10.0.0.1,{trusted}")]).Build());

        var answer = new ProxyOptionsValidator().Validate(name: null, options);

        Assert.Equal(
            $"Proxy:TrustedAddresses must hold addresses or networks such as 10.0.0.0/8, but “{trusted}” is neither.",
            answer.FailureMessage);
    }

    [Fact]
    public void The_switch_of_the_framework_that_trusts_everyone_has_no_effect()
    {
        using var app = new AppFactory();
        app.Settings["FORWARDEDHEADERS_ENABLED"] = "true";

        Assert.Equal(ForwardedHeaders.None, app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders);
    }

    private static async Task<WebApplication> StartAsync(string trusted)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Proxy:TrustedAddresses", trusted)]);
        builder.Services.AddForwardedAddresses();
        var app = builder.Build();
        app.UseForwardedAddresses();
        app.Run(context => context.Response.WriteAsync(AddressRules.Normalise(context.Connection.RemoteIpAddress!).ToString()));
        await app.StartAsync();
        return app;
    }

    private static Task<HttpContext> SendAsync(WebApplication server, string peer, string header) =>
        server.GetTestServer().SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            context.Request.Headers["X-Forwarded-For"] = header;
            context.Request.Headers["X-Forwarded-Proto"] = "https";
        });

    private static async Task<string> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Response.Body);
        return await reader.ReadToEndAsync();
    }
}
