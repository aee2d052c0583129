using BlazorTracking.Features.Dashboard.Map;

namespace BlazorTracking.Tests.Features.Dashboard.Map;

public sealed class MapCountryTests
{
    [Theory]
    [InlineData(1, 1_000_000, 1)]
    [InlineData(39_999, 1_000_000, 1)]
    [InlineData(40_000, 1_000_000, 2)]
    [InlineData(250_000, 1_000_000, 3)]
    [InlineData(639_999, 1_000_000, 4)]
    [InlineData(1_000_000, 1_000_000, 5)]
    [InlineData(1, 1, 5)]
    [InlineData(0, 0, 1)]
    public void The_colour_follows_the_root_of_the_count(long count, long largest, int step) => Assert.Equal(step, MapCountry.StepOf(count, largest));
}
