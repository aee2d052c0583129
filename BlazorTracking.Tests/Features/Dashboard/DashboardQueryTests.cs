using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Figures;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.WebUtilities;

namespace BlazorTracking.Tests.Features.Dashboard;

public sealed class DashboardQueryTests
{
    [Fact]
    public void A_page_as_it_opens_has_no_parameters() => Assert.Equal("/sites/1", DashboardQuery.Default.Url("/sites/1"));

    [Theory]
    [InlineData("/pricing")]
    [InlineData("")]
    [InlineData("a,b\\,c\\\\")]
    [InlineData("a:is:b&c=d#e?f%20+")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("田中さん 🏳️‍🌈")]
    public void A_filter_survives_the_URL(string value)
    {
        var query = DashboardQuery.Default with { Filters = [new VisitFilter(Dimension.Page, FilterOperator.IsNot, [value, "other"])] };

        Assert.Equal(query, RoundTrip(query));
    }

    [Fact]
    public void Filters_that_are_kept_as_text_are_the_same_again()
    {
        var query = DashboardQuery.Default with { Filters = [new VisitFilter(Dimension.Page, FilterOperator.Contains, ["/a&b=c", "100%,\\"]), VisitFilter.Is(Dimension.Country, "")] };

        Assert.Equal(query.Filters, DashboardQuery.Default.WithFilters(query.FiltersText).Filters);
        Assert.Empty(query.WithFilters("nonsense").Filters);
    }

    [Fact]
    public void Range_metric_comparison_and_interval_survive_the_URL()
    {
        var query = DashboardQuery.Default with
        {
            Range = new RangeChoice(RangeKind.Custom, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)),
            Metric = Metric.BounceRate,
            Comparison = Comparison.Custom(new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 28)),
            Interval = Interval.Week,
        };

        Assert.Equal(query, RoundTrip(query));
    }

    [Fact]
    public void The_open_details_survive_the_URL_and_are_closed_by_a_filter()
    {
        var query = DashboardQuery.Default with { Details = Dimension.EntryPage };

        Assert.Equal("/sites/1?details=entryPage", query.Url("/sites/1"));
        Assert.Equal(query, RoundTrip(query));
        Assert.Null(query.Toggle(Dimension.EntryPage, "/").Details);
    }

    [Fact]
    public void The_lists_of_the_panels_survive_the_URL()
    {
        var query = DashboardQuery.Default with { Lists = PanelChoice.Parse(["city", "entryPage"]) };

        Assert.Equal("/sites/1?list=entryPage&list=city", query.Url("/sites/1"));
        Assert.Equal(query, RoundTrip(query));
        Assert.NotEqual(DashboardQuery.Default, query);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("country")]
    [InlineData("country:is")]
    [InlineData("planet:is:Mars")]
    [InlineData("13:is:DE")]
    [InlineData("country:are:DE")]
    public void What_is_no_filter_is_left_out(string? text) =>
        Assert.Empty(DashboardQuery.Parse(RangeChoice.Default, [text], null, null, null).Filters);

    [Fact]
    public void A_click_on_a_row_filters_and_a_second_one_no_longer()
    {
        var filtered = DashboardQuery.Default.Toggle(Dimension.Country, "DE");

        Assert.True(filtered.IsFilteredBy(Dimension.Country, "DE"));
        Assert.Equal(DashboardQuery.Default, filtered.Toggle(Dimension.Country, "DE"));
    }

    [Fact]
    public void Another_row_of_the_same_panel_replaces_the_first()
    {
        var query = DashboardQuery.Default.Toggle(Dimension.Country, "DE").Toggle(Dimension.Page, "/").Toggle(Dimension.Country, "FR");

        Assert.Equal([VisitFilter.Is(Dimension.Page, "/"), VisitFilter.Is(Dimension.Country, "FR")], query.Filters);
    }

    private static DashboardQuery RoundTrip(DashboardQuery query)
    {
        var parameters = QueryHelpers.ParseQuery(new Uri("https://example.com" + query.Url("/sites/1")).Query);
        return DashboardQuery.Parse(
            RangeChoice.Parse(Value("range"), Value("from"), Value("to")),
            parameters.GetValueOrDefault("filter"),
            Value("metric"),
            Value("compare"),
            Value("interval")) with
        { Details = DashboardQuery.FindDimension(Value("details")), Lists = PanelChoice.Parse([.. parameters.GetValueOrDefault("list")]) };

        string? Value(string name) => parameters.GetValueOrDefault(name);
    }
}
