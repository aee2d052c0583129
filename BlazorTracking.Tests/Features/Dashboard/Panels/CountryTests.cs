using BlazorTracking.Features.Dashboard.Panels;

namespace BlazorTracking.Tests.Features.Dashboard.Panels;

public sealed class CountryTests
{
    [Fact]
    public void A_code_has_a_name_and_a_flag()
    {
        Assert.Equal("Germany", Country.Name("DE"));
        Assert.Equal("🇩🇪", Country.Flag("DE"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("de")]
    [InlineData("<b>")]
    [InlineData("DEU")]
    public void What_is_no_code_stays_as_it_is_and_flies_a_white_flag(string text)
    {
        Assert.Equal(text, Country.Name(text));
        Assert.Equal("🏳️", Country.Flag(text));
    }
}
