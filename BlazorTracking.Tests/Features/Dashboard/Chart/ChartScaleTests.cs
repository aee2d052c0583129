using BlazorTracking.Features.Dashboard.Chart;
using FsCheck.Xunit;

namespace BlazorTracking.Tests.Features.Dashboard.Chart;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 1, 2)]
    [InlineData(7, 2, 4)]
    [InlineData(2_100, 500, 5)]
    [InlineData(2_500, 500, 5)]
    [InlineData(2_501, 1_000, 3)]
    [InlineData(1_000_000, 200_000, 5)]
    public void Counts_have_round_whole_steps(double largest, double step, int steps) =>
        Assert.Equal(new ChartScale(step, steps), ChartScale.ForNumbers(largest, smallestStep: 1));

    [Theory]
    [InlineData(0, 1_000, 2)]
    [InlineData(161_000, 60_000, 3)]
    [InlineData(3_700_000, 900_000, 5)]
    [InlineData(40_000_000, 10_800_000, 4)]
    public void Times_are_divided_as_hours_and_minutes_are(double largest, double step, int steps) =>
        Assert.Equal(new ChartScale(step, steps), ChartScale.ForTime(largest));

    [Property]
    public bool Every_value_fits_between_bottom_and_top(ushort largest)
    {
        var scale = ChartScale.ForNumbers(largest, smallestStep: 1);
        return scale.Top >= largest && scale.Steps is >= 2 and <= 5 && scale.Step % 1 == 0;
    }
}
