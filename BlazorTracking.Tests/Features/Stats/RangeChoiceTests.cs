using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Stats;

public sealed class RangeChoiceTests
{
    [Theory]
    [InlineData("realtime", RangeKind.Realtime)]
    [InlineData("today", RangeKind.Today)]
    [InlineData("yesterday", RangeKind.Yesterday)]
    [InlineData("7d", RangeKind.Last7Days)]
    [InlineData("30d", RangeKind.Last30Days)]
    [InlineData("90d", RangeKind.Last90Days)]
    [InlineData("week", RangeKind.ThisWeek)]
    [InlineData("lastweek", RangeKind.LastWeek)]
    [InlineData("month", RangeKind.ThisMonth)]
    [InlineData("lastmonth", RangeKind.LastMonth)]
    [InlineData("year", RangeKind.ThisYear)]
    [InlineData("lastyear", RangeKind.LastYear)]
    [InlineData("12mo", RangeKind.Last12Months)]
    [InlineData("all", RangeKind.All)]
    public void A_range_is_read_and_written_alike(string text, RangeKind kind)
    {
        var choice = RangeChoice.Parse(text, null, null);

        Assert.Equal(kind, choice.Kind);
        Assert.Equal((text, null, null), (choice.Text, choice.FromText, choice.ToText));
    }

    [Fact]
    public void A_custom_range_keeps_its_days()
    {
        var choice = RangeChoice.Parse("custom", "2026-11-01", "2026-11-23");

        Assert.Equal(("custom", "2026-11-01", "2026-11-23"), (choice.Text, choice.FromText, choice.ToText));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", null, null)]
    [InlineData("30D", null, null)]
    [InlineData("<script>", null, null)]
    [InlineData("custom", null, null)]
    [InlineData("custom", "2026-11-01", null)]
    [InlineData("custom", "2026-11-31", "2026-12-01")]
    [InlineData("custom", "01.11.2026", "23.11.2026")]
    [InlineData("custom", "2026-11-23", "2026-11-01")]
    public void What_cannot_be_read_is_the_last_30_days(string? range, string? from, string? to) =>
        Assert.Equal(RangeChoice.Default, RangeChoice.Parse(range, from, to));
}
