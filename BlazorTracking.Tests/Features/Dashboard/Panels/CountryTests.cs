using BlazorTracking.Features.Dashboard.Panels;

namespace BlazorTracking.Tests.Features.Dashboard.Panels;

public sealed class CountryTests
{
    [Fact]
    public void A_code_has_a_name() => Assert.Equal("Germany", Country.Name("DE"));

    [Theory]
    [InlineData("")]
    [InlineData("de")]
    [InlineData("<b>")]
    [InlineData("DEU")]
    public void What_is_no_code_stays_as_it_is(string text)
    {
        Assert.False(Country.IsCode(text));
        Assert.Equal(text, Country.Name(text));
    }
}
