using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class BoundedTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  plain  ", "plain")]
    [InlineData("a\0b\u0007c\r\nd", "abcd")]
    [InlineData("\u0085\u009F", "")]
    [InlineData("<b>&amp;", "<b>&amp;")]
    [InlineData("12345678901", "1234567890")]
    [InlineData("123456789 1", "123456789")]
    [InlineData("123456789😀", "123456789")]
    [InlineData("12345678😀", "12345678😀")]
    public void Text_is_cleaned_and_cut_at_a_character(string? text, string expected)
    {
        Assert.Equal(expected, BoundedText.Clean(text, 10));
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb\uFFFD", BoundedText.Clean("a\uD800b\uDC00", 10));
    }
}
