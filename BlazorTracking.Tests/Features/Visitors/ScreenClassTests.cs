using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Tests.Features.Visitors;

public sealed class ScreenClassTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(-1, "")]
    [InlineData(0, "")]
    [InlineData(1, "Mobile")]
    [InlineData(575, "Mobile")]
    [InlineData(576, "Tablet")]
    [InlineData(991, "Tablet")]
    [InlineData(992, "Laptop")]
    [InlineData(1439, "Laptop")]
    [InlineData(1440, "Desktop")]
    [InlineData(int.MaxValue, "Desktop")]
    public void A_width_has_a_class(int? width, string expected)
    {
        Assert.Equal(expected, ScreenClass.Of(width));
    }
}
