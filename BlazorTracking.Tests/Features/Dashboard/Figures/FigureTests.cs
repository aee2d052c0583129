using System.Globalization;
using BlazorTracking.Features.Dashboard.Figures;

namespace BlazorTracking.Tests.Features.Dashboard.Figures;

public sealed class FigureTests
{
    public FigureTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

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
    [InlineData(2_500, "2.5k")]
    [InlineData(10_000, "10k")]
    [InlineData(250_000, "250k")]
    [InlineData(1_500_000, "1.5M")]
    public void A_tick_is_short(double value, string expected) => Assert.Equal(expected, Figure.Brief(value));

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
}
