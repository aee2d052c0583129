using BlazorTracking.Features.Languages;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Languages;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(41_287, "41,287")]
    [InlineData(9_999_999, "9,999,999")]
    [InlineData(12_345_678, "12.3M")]
    [InlineData(3_000_000_000, "3B")]
    public void A_count_has_all_its_digits_until_they_are_too_many(long value, string expected) =>
        Assert.Equal(expected, Figure.Count(value));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(500, "500")]
    [InlineData(0.5, "0.5")]
    [InlineData(1_250, "1.25k")]
    [InlineData(2_500, "2.5k")]
    [InlineData(9_996, "10k")]
    [InlineData(10_000, "10k")]
    [InlineData(12_500, "12.5k")]
    [InlineData(250_000, "250k")]
    [InlineData(1_250_000, "1.25M")]
    [InlineData(1_500_000, "1.5M")]
    public void A_tick_is_short(double value, string expected) => Assert.Equal(expected, Figure.Brief(value));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(15_000, "15s")]
    [InlineData(75_000, "1.25m")]
    [InlineData(120_000, "2m")]
    [InlineData(4_500_000, "1.25h")]
    [InlineData(43_200_000, "12h")]
    public void A_tick_of_time_has_one_unit(double milliseconds, string expected) => Assert.Equal(expected, Figure.BriefDuration(milliseconds));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.0004, "<0.1%")]
    [InlineData(0.055, "5.5%")]
    [InlineData(0.0996, "10%")]
    [InlineData(0.36, "36%")]
    [InlineData(1, "100%")]
    public void A_share_is_as_precise_as_it_is_small(double share, string expected) => Assert.Equal(expected, Figure.Share(share));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(41_000, "41s")]
    [InlineData(59_700, "1m 00s")]
    [InlineData(161_000, "2m 41s")]
    [InlineData(3_725_000, "1h 02m")]
    [InlineData(360_000_000, "100h 00m")]
    public void A_time_has_its_two_largest_units(double milliseconds, string expected) =>
        Assert.Equal(expected, Figure.Duration(milliseconds));

    [Theory]
    [InlineData(0.124, "+12.4%")]
    [InlineData(-0.015, "−1.5%")]
    [InlineData(0, "0.0%")]
    [InlineData(-0.0001, "0.0%")]
    [InlineData(12.4, "+1,240%")]
    public void A_change_has_its_sign(double change, string expected) => Assert.Equal(expected, Figure.Change(change));

    [Fact]
    public void A_difference_of_shares_is_in_points() => Assert.Equal("−2.0 pt", Figure.Points(-0.02));

    [Theory]
    [InlineData(0, "±0%")]
    [InlineData(0.004, "±0%")]
    [InlineData(0.12, "+12%")]
    [InlineData(-0.5, "−50%")]
    public void A_brief_change_is_whole(double change, string expected) => Assert.Equal(expected, Figure.BriefChange(change));

    [Fact]
    public void German_numbers_have_a_comma_and_a_space_before_the_unit()
    {
        TestCulture.Use("de");

        Assert.Equal(
            [
                "1.234", "12,3\u00a0Mio.", "1,25\u00a0Mio.", "1,25\u00a0Tsd.", "1,25\u00a0min", "2,5\u00a0Tsd.", "12,5\u00a0%", "<0,1\u00a0%", "36\u00a0%", "0,75",
                "41\u00a0s", "2:41\u00a0min", "1:02\u00a0h", "−1,5\u00a0%", "+1.240\u00a0%", "±0\u00a0%", "−2,0\u00a0PP",
            ],
            [
                Figure.Count(1_234), Figure.Count(12_345_678), Figure.Brief(1_250_000), Figure.Brief(1_250), Figure.BriefDuration(75_000), Figure.Brief(2_500), Figure.Percent(0.125, 1), Figure.Share(0.0004), Figure.Share(0.36), Figure.Ratio(0.75),
                Figure.Duration(41_000), Figure.Duration(161_000), Figure.Duration(3_725_000), Figure.Change(-0.015), Figure.Change(12.4), Figure.BriefChange(0), Figure.Points(-0.02),
            ]);
    }

    [Theory]
    [InlineData("de-CH", "1’234", "12.5%")]
    [InlineData("de-AT", "1\u00a0234", "12,5\u00a0%")]
    [InlineData("en-GB", "1,234", "12.5%")]
    public void Numbers_are_those_of_the_region(string culture, string count, string percent)
    {
        TestCulture.Use(culture);

        Assert.Equal((count, percent), (Figure.Count(1_234), Figure.Percent(0.125, 1)));
    }
}
