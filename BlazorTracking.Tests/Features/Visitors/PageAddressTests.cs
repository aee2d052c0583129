using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("https://Example.com", "example.com", "/", "")]
    [InlineData("https://example.com/", "example.com", "/", "")]
    [InlineData("HTTP://example.com:8080/a/b?x=1#top", "example.com", "/a/b", "x=1")]
    [InlineData("https://example.com?x=1", "example.com", "/", "x=1")]
    [InlineData("https://example.com/a/../b//c/.", "example.com", "/a/../b//c/.", "")]
    [InlineData("https://example.com/caf%C3%A9", "example.com", "/caf%C3%A9", "")]
    [InlineData("https://example.com/<script>alert('x')</script>", "example.com", "/<script>alert('x')</script>", "")]
    [InlineData("https://example.com/#/route?x=1", "example.com", "/#/route?x=1", "")]
    [InlineData("https://example.com/app?y=2#!/route", "example.com", "/app#!/route", "y=2")]
    [InlineData("https://münchen.example/a", "xn--mnchen-3ya.example", "/a", "")]
    [InlineData("https://user:secret@example.com/a", "example.com", "/a", "")]
    [InlineData("http://[::1]:5080/a", "::1", "/a", "")]
    [InlineData("/pricing?x=1", "", "/pricing", "x=1")]
    [InlineData("/a b  ?x=1 ", "", "/a b", "x=1 ")]
    [InlineData("https://example.com/#/route ", "example.com", "/#/route", "")]
    [InlineData("https://example.com/ ", "example.com", "/", "")]
    public void A_url_is_taken_apart_as_it_was_written(string url, string host, string path, string query) =>
        Assert.Equal(new PageAddress(host, path, query), PageAddress.Read(url));

    [Theory]
    [InlineData("pricing")]
    [InlineData("//example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://example.com:port/")]
    public void What_is_no_page_is_refused(string url) => Assert.Null(PageAddress.Read(url));
}
