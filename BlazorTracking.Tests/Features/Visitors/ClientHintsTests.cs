using BlazorTracking.Features.Visitors;
using Microsoft.AspNetCore.Http;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class ClientHintsTests
{
    [Fact]
    public void The_hints_come_from_their_headers()
    {
        var headers = new HeaderDictionary
        {
            ["Sec-CH-UA"] = "\"Google Chrome\";v=\"128\"",
            ["Sec-CH-UA-Full-Version-List"] = "\"Google Chrome\";v=\"128.0.6613.84\"",
            ["Sec-CH-UA-Platform"] = "\"Windows\"",
            ["Sec-CH-UA-Platform-Version"] = "\"15.0.0\"",
            ["Sec-CH-UA-Mobile"] = "?0",
        };

        Assert.Equal(new ClientHints("\"Google Chrome\";v=\"128\"", "\"Windows\"", "\"15.0.0\"", "?0"), ClientHints.From(headers));
    }

    [Fact]
    public void The_full_list_stands_in_for_the_short_one()
    {
        var headers = new HeaderDictionary { ["Sec-CH-UA-Full-Version-List"] = "\"Brave\";v=\"128.0\"" };

        Assert.Equal("\"Brave\";v=\"128.0\"", ClientHints.From(headers).Brands);
    }

    [Fact]
    public void No_header_is_no_hint()
    {
        Assert.Same(ClientHints.None, ClientHints.From(new HeaderDictionary { ["Sec-CH-UA"] = "" }));
    }

    [Fact]
    public void A_long_header_is_cut()
    {
        var headers = new HeaderDictionary { ["Sec-CH-UA"] = new string('"', 30_000) };

        Assert.Equal(ClientHints.MaxLength, ClientHints.From(headers).Brands!.Length);
    }
}
