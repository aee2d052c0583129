using BlazorTracking.Features.Sites;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class SiteDraftTests
{
    [Theory]
    [InlineData("https://example.com")]
    [InlineData("http://example.com:8080/shop/")]
    [InlineData("https://bücher.example")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://localhost:3000")]
    public void R7_an_absolute_http_URL_is_accepted(string url) => Assert.Null(SiteDraft.BaseUrlError(url));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("example.com")]
    [InlineData("/shop")]
    [InlineData("//example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("https://exa mple.com")]
    [InlineData("https://user:secret@example.com")]
    [InlineData("https://example.com/\u0001")]
    public void R7_anything_else_is_refused_with_a_sentence(string? url) => Assert.EndsWith(".", SiteDraft.BaseUrlError(url), StringComparison.Ordinal);

    [Fact]
    public void A_URL_may_have_300_characters_and_no_more()
    {
        var longest = "https://example.com/".PadRight(Site.BaseUrlMaxLength, 'a');

        Assert.Null(SiteDraft.BaseUrlError(longest));
        Assert.Contains("300", SiteDraft.BaseUrlError(longest + "a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.com", "https://example.com")]
    [InlineData(" https://example.com ", "https://example.com")]
    [InlineData("http://example.com", "http://example.com")]
    [InlineData("/example", "/example")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    public void A_forgotten_scheme_is_added(string entered, string tidied) => Assert.Equal(tidied, new SiteDraft { BaseUrl = entered }.Tidied().BaseUrl);

    [Theory]
    [InlineData("", "example.com")]
    [InlineData("  ", "example.com")]
    [InlineData(" My site ", "My site")]
    public void An_empty_name_is_the_host_s(string entered, string tidied) =>
        Assert.Equal(tidied, new SiteDraft { Name = entered, BaseUrl = "https://www.example.com/" }.Tidied().Name);

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Asia/Calcutta")]
    [InlineData("UTC")]
    public void A_time_zone_is_an_IANA_id(string id) => Assert.Null(SiteDraft.TimeZoneError(id));

    [Theory]
    [InlineData("")]
    [InlineData("Berlin")]
    [InlineData("europe/berlin")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("../../etc/passwd")]
    public void Anything_else_is_no_time_zone(string id) => Assert.NotNull(SiteDraft.TimeZoneError(id));

    [Fact]
    public void An_unknown_address_policy_is_not_valid()
    {
        var draft = new SiteDraft { Name = "a", BaseUrl = "https://example.com", TimeZone = "UTC", AddressPolicy = (AddressPolicy)7 };

        Assert.False(draft.IsValid);
    }
}
