using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Controls;
using BlazorTracking.Features.Stats;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Controls;

public sealed class RangeControlTests : BunitContext
{
    private static readonly DateTimeOffset _now = new(2026, 11, 25, 10, 30, 0, TimeSpan.Zero);

    public RangeControlTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void It_steps_back_and_not_into_the_future()
    {
        var control = Show(new(RangeKind.ThisMonth));

        Assert.Equal("/?range=lastmonth", control.Find("a.range-step").GetAttribute("href"));
        Assert.Equal("›", control.Find("span.range-step").TextContent);
    }

    [Fact]
    public void It_lists_every_range_with_its_key_and_says_the_time_zone()
    {
        var control = Show(new(RangeKind.Today));

        control.Find(".menu-button").Click();

        Assert.Equal(Enum.GetValues<RangeKind>().Length - 1, control.FindAll(".range-kinds a").Count);
        Assert.Equal("D", control.Find(".range-kinds a[aria-current]").GetAttribute("aria-keyshortcuts"));
        Assert.Contains("Europe/Berlin", control.Find(".range-zone").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_of_the_calendar_go_into_the_URL()
    {
        var control = Show(new(RangeKind.Today));
        control.Find(".menu-button").Click();

        control.FindAll(".day")[1].Click();
        control.FindAll(".day")[4].Click();
        control.Find("form").Submit();

        Assert.EndsWith("/?range=custom&from=2026-11-02&to=2026-11-05", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_month_is_called_by_its_name()
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;

        Assert.Equal("October 2026", Show(new(RangeKind.Custom, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31))).Find(".range-title").TextContent);
    }

    private IRenderedComponent<RangeControl> Show(RangeChoice choice) => Render<RangeControl>(control => control
        .Add(c => c.Choice, choice)
        .Add(c => c.Range, choice.Resolve(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), _now))
        .Add(c => c.Now, _now)
        .Add(c => c.Url, range => (DashboardQuery.Default with { Range = range }).Url("/")));
}
