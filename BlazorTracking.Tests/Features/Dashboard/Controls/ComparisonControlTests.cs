using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Controls;
using BlazorTracking.Features.Stats;
using Bunit;

namespace BlazorTracking.Tests.Features.Dashboard.Controls;

public sealed class ComparisonControlTests : BunitContext
{
    private static readonly DateTimeOffset _now = new(2026, 11, 25, 10, 30, 0, TimeSpan.Zero);

    public ComparisonControlTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Each_comparison_has_its_URL_and_the_chosen_one_is_marked()
    {
        var control = Show(Comparison.YearBefore);

        control.Find(".menu-button").Click();

        Assert.Equal(["/?compare=none", "/", "/?compare=year"], control.FindAll(".menu-list a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Same period last year", control.Find("a[aria-current]").TextContent);
    }

    [Fact]
    public void The_calendar_opens_with_the_days_before()
    {
        var control = Show(Comparison.Previous);

        control.Find(".menu-button").Click();

        Assert.Equal(["12", "18"], control.FindAll(".day-end").Select(day => day.TextContent));
    }

    private IRenderedComponent<ComparisonControl> Show(Comparison comparison) => Render<ComparisonControl>(control => control
        .Add(c => c.Comparison, comparison)
        .Add(c => c.Range, new RangeChoice(RangeKind.Last7Days).Resolve(TimeZoneInfo.Utc, _now))
        .Add(c => c.Url, other => (DashboardQuery.Default with { Comparison = other }).Url("/")));
}
