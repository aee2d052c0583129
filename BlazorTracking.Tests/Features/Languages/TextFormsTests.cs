using BlazorTracking.Features.Languages;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Languages;

public sealed class TextFormsTests
{
    private const string Visits = "{0:N0} visit of {1}|{0:N0} visits of {1}";

    [Theory]
    [InlineData(0, "0 visits of Ada")]
    [InlineData(1, "1 visit of Ada")]
    [InlineData(2, "2 visits of Ada")]
    [InlineData(1_234, "1,234 visits of Ada")]
    public void A_number_chooses_the_form(long number, string expected) => Assert.Equal(expected, Visits.For(number, "Ada"));

    [Fact]
    public void Numbers_in_a_text_are_the_cultures()
    {
        TestCulture.Use("de");

        Assert.Equal("1.234 visits of Ada", Visits.For(1_234, "Ada"));
        Assert.Equal("höchstens 1,5", "höchstens {0}".With(1.5));
    }

    [Fact]
    public void What_is_put_in_is_not_read_as_a_text_with_placeholders() => Assert.Equal("Delete {0}|{1}?", "Delete {0}?".With("{0}|{1}"));
}
