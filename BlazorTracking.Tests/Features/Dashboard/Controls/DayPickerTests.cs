using BlazorTracking.Features.Dashboard.Controls;
using Bunit;

namespace BlazorTracking.Tests.Features.Dashboard.Controls;

public sealed class DayPickerTests : BunitContext
{
    private (DateOnly First, DateOnly Last)? _picked;

    public DayPickerTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
    }

    [Fact]
    public void It_opens_with_the_month_of_the_last_day_and_the_chosen_days_marked()
    {
        var picker = Show("2026-10-30", "2026-11-03");

        Assert.Equal("November 2026", picker.Find(".days-head b").TextContent);
        Assert.Equal(["1", "2"], picker.FindAll(".day-between").Select(day => day.TextContent));
        Assert.Equal("Tuesday, 3 November 2026", picker.Find(".day-end").GetAttribute("aria-label"));
    }

    [Fact]
    public void Weeks_begin_on_Monday()
    {
        var picker = Show("2026-11-03", "2026-11-03"); // the first is a Sunday

        Assert.Equal(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], picker.FindAll(".days-name").Select(name => name.TextContent));
        Assert.Equal("grid-column-start:7", picker.Find(".day").GetAttribute("style"));
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(9, 5)]
    public void Two_clicks_choose_the_days_between_in_either_order(int one, int other)
    {
        var picker = Show("2026-11-03", "2026-11-03");

        picker.FindAll(".day")[one - 1].Click();
        picker.FindAll(".day")[other - 1].Click();
        picker.Find("form").Submit();

        Assert.Equal((new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 9)), _picked);
    }

    [Fact]
    public void What_lies_in_the_future_cannot_be_chosen()
    {
        var picker = Show("2026-11-03", "2026-11-03");

        Assert.Equal("26", picker.FindAll(".day:disabled")[0].TextContent);
        Assert.True(picker.Find("[data-step='1']").HasAttribute("disabled"));
    }

    [Fact]
    public void Months_can_be_turned()
    {
        var picker = Show("2026-11-03", "2026-11-03");

        picker.Find("[data-step='-1']").Click();

        Assert.Equal("October 2026", picker.Find(".days-head b").TextContent);
        Assert.Equal(31, picker.FindAll(".day").Count);
    }

    [Fact]
    public void Typed_days_in_the_wrong_order_are_told_and_not_taken()
    {
        var picker = Show("2026-11-03", "2026-11-05");

        picker.FindAll("input")[0].Change("2026-11-20");
        picker.Find("form").Submit();

        Assert.Equal("The last day lies before the first.", picker.Find("[role=alert]").TextContent);
        Assert.Null(_picked);
    }

    private IRenderedComponent<DayPicker> Show(string first, string last) => Render<DayPicker>(picker => picker
        .Add(p => p.First, DateOnly.Parse(first))
        .Add(p => p.Last, DateOnly.Parse(last))
        .Add(p => p.Latest, new DateOnly(2026, 11, 25))
        .Add(p => p.Submit, "Show")
        .Add(p => p.OnPick, ((DateOnly First, DateOnly Last) days) => _picked = days));
}
