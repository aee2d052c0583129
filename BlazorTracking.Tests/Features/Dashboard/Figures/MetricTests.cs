using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Dashboard.Figures;

public sealed class MetricTests
{
    private static readonly StatsTotals _before = new(Visitors: 100, Sessions: 100, PageViews: 200, Events: 0, Bounces: 50, DurationMs: 100_000);

    [Fact]
    public void More_visitors_are_good_news() =>
        Assert.Equal(new MetricChange("+12.0%", true), Metric.Visitors.Change(_before with { Visitors = 112 }, _before));

    [Fact]
    public void A_lower_bounce_rate_is_good_news_in_points() =>
        Assert.Equal(new MetricChange("−2.0 pt", true), Metric.BounceRate.Change(_before with { Bounces = 48 }, _before));

    [Fact]
    public void A_shorter_visit_is_bad_news() =>
        Assert.Equal(new MetricChange("−50.0%", false), Metric.VisitTime.Change(_before with { DurationMs = 50_000 }, _before));

    [Fact]
    public void The_same_is_no_news() => Assert.Null(Metric.Visitors.Change(_before, _before)!.IsGood);

    [Fact]
    public void There_is_nothing_to_compare_with_nothing()
    {
        Assert.Null(Metric.Visitors.Change(_before, StatsTotals.Zero));
        Assert.Null(Metric.BounceRate.Change(StatsTotals.Zero, _before));
    }

    [Fact]
    public void Without_sessions_there_is_no_rate() => Assert.Equal("–", Metric.BounceRate.Text(StatsTotals.Zero));

    [Theory]
    [InlineData("bounces", "Bounce rate")]
    [InlineData("nothing", "Visitors")]
    [InlineData(null, "Visitors")]
    public void A_metric_is_found_by_its_name_in_the_URL(string? key, string title) => Assert.Equal(title, Metric.Find(key).Title);
}
