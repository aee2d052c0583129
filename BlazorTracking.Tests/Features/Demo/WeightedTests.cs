using BlazorTracking.Features.Demo;

namespace BlazorTracking.Tests.Features.Demo;

public sealed class WeightedTests
{
    [Fact]
    public void Items_are_drawn_by_their_weights()
    {
        var random = new Random(1);
        var items = new Weighted<string>([(6, "often"), (3, "sometimes"), (1, "rarely"), (0, "never")]);

        var drawn = Enumerable.Range(0, 10_000).Select(_ => items.Draw(random)).CountBy(item => item).ToDictionary();

        Assert.InRange(drawn["often"], 5_800, 6_200);
        Assert.InRange(drawn["sometimes"], 2_800, 3_200);
        Assert.InRange(drawn["rarely"], 850, 1_150);
        Assert.DoesNotContain("never", drawn);
    }
}
