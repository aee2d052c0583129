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

    [Fact]
    public void A_tick_says_exactly_where_it_is()
    {
        Assert.Equal(["0", "250", "500", "750", "1k", "1.25k"], Ticks(Metric.Visitors, 1_200));
        Assert.Equal(["0", "2.5M", "5M", "7.5M", "10M", "12.5M"], Ticks(Metric.PageViews, 11_000_000));
        Assert.Equal(["0", "15s", "30s", "45s", "1m", "1.25m"], Ticks(Metric.VisitTime, 70_000));
        Assert.Equal(["0", "0.5", "1", "1.5"], Ticks(Metric.ViewsPerSession, 1.5));
    }

    [Theory]
    [InlineData("bounces", "Bounce rate")]
    [InlineData("nothing", "Visitors")]
    [InlineData(null, "Visitors")]
    public void A_metric_is_found_by_its_name_in_the_URL(string? key, string title) => Assert.Equal(title, Metric.Find(key).Title);

    private static IEnumerable<string> Ticks(Metric metric, double largest) => metric.Scale(largest).Ticks.Select(metric.WriteTick);
}
