using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("EN-gb", "en-GB")]
    [InlineData("en_US", "en-US")]
    [InlineData(" fr-CA ", "fr-CA")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-CH-1901", "de-CH-1901")]
    [InlineData("gsw", "gsw")]
    [InlineData("en-GB-u-CA-buddhist", "en-GB-u-ca-buddhist")]
    public void A_tag_is_written_as_usual(string tag, string expected)
    {
        Assert.Equal(expected, LanguageTag.Normalise(tag));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("c")]
    [InlineData("e1")]
    [InlineData("de-")]
    [InlineData("-de")]
    [InlineData("de--AT")]
    [InlineData("de-Österreich")]
    [InlineData("<script>")]
    [InlineData("en;q=0.8")]
    [InlineData("abcdefghi")]
    [InlineData("de-abcdefghi")]
    [InlineData("en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd")]
    public void What_is_no_tag_is_empty(string? tag)
    {
        Assert.Equal("", LanguageTag.Normalise(tag));
    }

    [Theory]
    [InlineData("nl", "de-AT,de;q=0.9", "nl")]
    [InlineData(null, "de-AT,de;q=0.9,en;q=0.8", "de-AT")]
    [InlineData("", "fr;q=0.9", "fr")]
    [InlineData("%%", "pt-BR", "pt-BR")]
    [InlineData(null, "*", "")]
    [InlineData(null, ",", "")]
    [InlineData(null, null, "")]
    public void The_header_stands_in_for_a_tag_that_was_not_sent(string? sent, string? header, string expected)
    {
        Assert.Equal(expected, LanguageTag.Of(sent, header));
    }
}
