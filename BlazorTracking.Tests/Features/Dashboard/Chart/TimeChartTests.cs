using BlazorTracking.Features.Dashboard.Chart;
using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Tests.Infrastructure;
using Bunit;

namespace BlazorTracking.Tests.Features.Dashboard.Chart;

public sealed class TimeChartTests : BunitContext
{
    private static readonly ChartMark[] _marks =
    [
        new("Mon, 2 Mar", "2 Mar", 10, 20, IsUnfinished: false),
        new("Tue, 3 Mar", "3 Mar", 30, 20, IsUnfinished: false),
        new("Wed, 4 Mar", "4 Mar", 5, 20, IsUnfinished: true),
        new("Thu, 5 Mar", "5 Mar", null, 20, IsUnfinished: false),
    ];

    public TimeChartTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        TestCulture.Use("en");
    }

    [Fact]
    public void The_table_holds_what_the_drawing_shows()
    {
        var rows = Draw(_marks).FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent)));

        Assert.Equal(["Mon, 2 Mar|10|20|−50.0%", "Tue, 3 Mar|30|20|+50.0%", "Wed, 4 Mar|5|20|–", "Thu, 5 Mar|–|20|–"], rows);
    }

    [Fact]
    public void The_running_interval_is_dashed_and_ends_in_a_live_dot()
    {
        var chart = Draw(_marks);

        Assert.Equal("M333.3 0l0 0L666.7 833.3", chart.Find(".chart-unfinished").GetAttribute("d"));
        Assert.Equal("left:66.6667%;bottom:16.6667%", chart.Find(".chart-live").GetAttribute("style"));
    }

    [Fact]
    public void A_range_that_is_over_has_no_live_dot() => Assert.Empty(Draw(_marks[..2]).FindAll(".chart-live"));

    [Fact]
    public void An_interval_still_to_come_is_not_drawn() =>
        Assert.Equal("M0 666.7l0 0L333.3 0", Draw(_marks).Find(".chart-current").GetAttribute("d"));

    [Fact]
    public void Without_a_comparison_there_is_no_second_line_and_no_second_column()
    {
        var chart = Draw(_marks, previousTitle: null);

        Assert.Equal("", chart.Find(".chart-previous").GetAttribute("d"));
        Assert.Equal(["When", "Visitors"], chart.FindAll("thead th").Select(head => head.TextContent));
    }

    [Theory]
    [InlineData("en", 1_200, "1.25k", 5)]
    [InlineData("de", 1_200_000, "1,25\u00a0Mio.", 9)]
    public void The_axis_has_room_for_its_longest_number(string culture, double value, string top, int characters)
    {
        TestCulture.Use(culture);

        var chart = Draw([_marks[0] with { Value = value }]);

        Assert.Equal(top, chart.FindAll(".chart-axis span")[^1].TextContent);
        Assert.Equal($"--longest-tick:{characters}", chart.Find(".chart-frame").GetAttribute("style"));
    }

    [Fact]
    public void A_note_is_marked_and_stands_in_the_table()
    {
        var chart = Draw(_marks, notes: new ChartNote(1, "Launch <b>"));

        Assert.Equal("Note on Tue, 3 Mar: Launch <b>", chart.Find(".chart-note button").GetAttribute("aria-label"));
        Assert.Equal("Launch <b>", chart.FindAll("tbody tr")[1].QuerySelector(".chart-noted")!.TextContent);
        Assert.Empty(chart.FindAll(".chart-note b"));
    }

    [Fact]
    public void A_single_interval_and_none_are_drawn_too()
    {
        Assert.Equal("M500 0l0 0", Draw([_marks[0] with { Value = 8, Previous = null }]).Find(".chart-current").GetAttribute("d"));
        Assert.Equal("", Draw([]).Find(".chart-current").GetAttribute("d"));
    }

    [Fact]
    public void The_keyboard_reaches_it_and_hears_the_latest_value()
    {
        var plot = Draw(_marks).Find("[role=slider]");

        Assert.Equal("0", plot.GetAttribute("tabindex"));
        Assert.Equal("Wed, 4 Mar: 5", plot.GetAttribute("aria-valuetext"));
    }

    [Theory]
    [MemberData(nameof(NaughtyText.All), MemberType = typeof(NaughtyText))]
    public void A_naughty_label_stays_text(string text)
    {
        var chart = Draw([_marks[0] with { Label = text, AxisLabel = text }]);

        Assert.Equal(text, chart.Find("tbody th").TextContent);
        Assert.Equal(text, chart.Find(".chart-dates span").TextContent);
        Assert.Empty(chart.FindAll("img, script, [onload], [onerror]"));
    }

    private IRenderedComponent<TimeChart> Draw(ChartMark[] marks, string? previousTitle = "Previous 4 days", params ChartNote[] notes) => Render<TimeChart>(chart => chart
        .Add(c => c.Marks, marks)
        .Add(c => c.Title, "Visitors")
        .Add(c => c.Notes, notes)
        .Add(c => c.PreviousTitle, previousTitle)
        .Add(c => c.Format, Metric.Visitors.Write)
        .Add(c => c.FormatTick, Metric.Visitors.WriteTick)
        .Add(c => c.Scale, Metric.Visitors.Scale));
}
