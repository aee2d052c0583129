using BlazorTracking.Features.Sites;
using Bunit;

namespace BlazorTracking.Tests.Features.Sites;

public sealed class SparklineTests : BunitContext
{
    [Fact]
    public void The_line_to_the_hour_that_is_not_over_is_dotted()
    {
        var (area, line, running) = Draw(5, 10, 20, 1);

        Assert.Equal("M0 30.5L33.33 21L66.67 2", line);
        Assert.Equal("M66.67 2L100 38.1", running);
        Assert.Equal("M0 30.5L33.33 21L66.67 2L100 38.1V40H0Z", area);
    }

    [Theory]
    [InlineData(new long[0], "M0 40L50 40", "M50 40L100 40")]
    [InlineData(new long[] { 7 }, "M0 2L50 2", "M50 2L100 2")]
    [InlineData(new long[] { 7, 0 }, "M0 2L50 2", "M50 2L100 40")]
    [InlineData(new long[] { 0, 0, 0 }, "M0 40L50 40", "M50 40L100 40")]
    public void A_day_that_has_hardly_begun_has_a_line(long[] values, string expectedLine, string expectedRunning)
    {
        var (_, line, running) = Draw(values);

        Assert.Equal((expectedLine, expectedRunning), (line, running));
    }

    private (string? Area, string? Line, string? Running) Draw(params long[] values)
    {
        var paths = Render<Sparkline>(parameters => parameters.Add(line => line.Values, values)).FindAll("path");
        return (paths[0].GetAttribute("d"), paths[1].GetAttribute("d"), paths[2].GetAttribute("d"));
    }
}
