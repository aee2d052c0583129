using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Map;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Stats;
using Bunit;
using Bunit.TestDoubles;

namespace BlazorTracking.Tests.Features.Dashboard.Panels;

public sealed class BreakdownPanelTests : BunitContext
{
    private static readonly PanelDefinition _pages = PanelDefinition.All.Single(panel => panel.Title == "Pages");
    private static readonly PanelDefinition _locations = PanelDefinition.All.Single(panel => panel.Title == "Locations");
    private static readonly PanelDefinition _sources = PanelDefinition.All.Single(panel => panel.Title == "Sources");

    [Fact]
    public void While_it_is_read_it_keeps_its_room_and_says_that_it_is_busy()
    {
        var panel = Show(_pages, Dimension.Page, null);

        Assert.Equal("true", panel.Find("section").GetAttribute("aria-busy"));
        Assert.Equal(9, panel.FindAll(".panel-skeleton span").Count);
    }

    [Fact]
    public void What_is_about_to_be_replaced_is_shown_until_then()
    {
        var panel = Render<BreakdownPanel>(parameters => Parameters(parameters, _pages, Dimension.Page, new Breakdown(Dimension.Page, [new("/", 1)], 1, IsComplete: true))
            .Add(p => p.IsBusy, true));

        Assert.Equal("true", panel.Find("section").GetAttribute("aria-busy"));
        Assert.Single(panel.FindAll("li"));
    }

    [Fact]
    public void What_has_not_changed_is_not_rendered_again()
    {
        var breakdown = new Breakdown(Dimension.Page, [new("/", 1)], 1, IsComplete: true);
        var panel = Show(_pages, Dimension.Page, breakdown);

        panel.Render(parameters => Parameters(parameters, _pages, Dimension.Page, breakdown));
        Assert.Equal(1, panel.RenderCount);

        panel.Render(parameters => Parameters(parameters, _pages, Dimension.Page, breakdown with { Rows = [new("/", 2)] }));
        Assert.NotEqual(1, panel.RenderCount);
        Assert.Equal("2", panel.Find("li b").TextContent);
    }

    [Fact]
    public void Without_rows_it_says_so()
    {
        var panel = Show(_pages, Dimension.Page, new Breakdown(Dimension.Page, [], 0, IsComplete: true));

        Assert.Equal("No visits in this range.", panel.Find(".panel-message p").TextContent);
    }

    [Fact]
    public void A_failure_says_what_failed_and_offers_to_try_again()
    {
        var retries = 0;
        var panel = Render<BreakdownPanel>(parameters => Parameters(parameters, _pages, Dimension.Page, null)
            .Add(p => p.HasFailed, true)
            .Add(p => p.Retry, () => retries++));

        Assert.Equal("Pages could not be read.", panel.Find("[role=alert] p").TextContent);
        panel.Find("[role=alert] button").Click();
        Assert.Equal(1, retries);
    }

    [Fact]
    public void Rows_have_label_count_share_and_a_bar()
    {
        var rows = Show(_locations, Dimension.Country, new Breakdown(Dimension.Country, [new("DE", 1_500), new("", 500)], 2_000, IsComplete: true)).FindAll("li a");

        Assert.Equal(["Germany", "1,500", "75%"], rows[0].Children.Select(part => part.TextContent.Trim()));
        Assert.Equal(["Unknown", "500", "25%"], rows[1].Children.Select(part => part.TextContent.Trim()));
        Assert.Equal("Germany. Visitors: 1,500, 75%. Click to filter by it.", rows[0].GetAttribute("title"));
        Assert.Equal(["--width:100%", "--width:33.5%"], rows.Select(row => row.GetAttribute("style")));
    }

    [Fact]
    public void Visits_without_a_source_are_direct() =>
        Assert.Contains("Direct / none", Show(_sources, Dimension.Source, new Breakdown(Dimension.Source, [new("", 5)], 5, IsComplete: true)).Find("li").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_row_leads_to_the_page_filtered_by_it()
    {
        var row = Show(_locations, Dimension.Country, new Breakdown(Dimension.Country, [new("DE", 1)], 1, IsComplete: true)).Find("li a");

        Assert.Equal("/sites/1?filter=country%3Ais%3ADE", row.GetAttribute("href"));
        Assert.Null(row.GetAttribute("aria-current"));
    }

    [Fact]
    public void The_selected_row_leads_back()
    {
        var query = DashboardQuery.Default.Toggle(Dimension.Country, "DE");
        var row = Render<BreakdownPanel>(parameters => Parameters(parameters, _locations, Dimension.Country, new Breakdown(Dimension.Country, [new("DE", 1)], 1, IsComplete: true), query)).Find("li a");

        Assert.Equal("/sites/1", row.GetAttribute("href"));
        Assert.Equal("true", row.GetAttribute("aria-current"));
    }

    [Fact]
    public void A_tab_asks_for_its_dimension()
    {
        PanelList? asked = null;
        var panel = Render<BreakdownPanel>(parameters => Parameters(parameters, _pages, Dimension.Page, null)
            .Add(p => p.SelectedChanged, list => asked = list));

        panel.FindAll("[role=group] button")[1].Click();

        Assert.Equal(Dimension.EntryPage, asked?.Dimension);
    }

    [Fact]
    public void Lists_that_belong_together_share_a_tab()
    {
        PanelList? asked = null;
        var panel = Render<BreakdownPanel>(parameters => Parameters(parameters, _sources, Dimension.Channel, null)
            .Add(p => p.SelectedChanged, list => asked = list));
        Assert.Equal("Campaigns", panel.Find("select option[hidden]").TextContent);

        panel.Find("select").Change("utmTerm");

        Assert.Equal(Dimension.UtmTerm, asked?.Dimension);
    }

    [Fact]
    public void A_chosen_list_of_several_is_what_its_tab_says()
    {
        var panel = Show(_sources, Dimension.UtmMedium, null);

        Assert.Equal("utmMedium", panel.Find("select").GetAttribute("value"));
        Assert.Empty(panel.FindAll("select option[hidden]"));
        Assert.Equal("/sites/1?details=utmMedium", panel.Find(".panel-details").GetAttribute("href"));
    }

    [Fact]
    public void A_map_has_the_first_rows_below_it()
    {
        ComponentFactories.AddStub<WorldMap>();
        var breakdown = new Breakdown(Dimension.Country, [.. Enumerable.Range(0, 5).Select(number => new BreakdownRow($"A{(char)('A' + number)}", 9 - number))], 35, IsComplete: true);

        var panel = Render<BreakdownPanel>(parameters => Parameters(parameters, _locations, Dimension.Country, breakdown, isMap: true));

        Assert.Same(breakdown, panel.FindComponent<Stub<WorldMap>>().Instance.Parameters.Get(map => map.Breakdown));
        Assert.Equal(3, panel.FindAll("li").Count);
    }

    [Fact]
    public void Every_dimension_but_the_referring_host_is_on_a_panel() =>
        Assert.Equal([Dimension.ReferrerHost], Enum.GetValues<Dimension>().Except(PanelDefinition.All.SelectMany(panel => panel.Lists, (_, list) => list.Dimension)));

    [Theory]
    [MemberData(nameof(NaughtyText.All), MemberType = typeof(NaughtyText))]
    public void A_naughty_value_stays_text(string text)
    {
        var panel = Show(_pages, Dimension.Page, new Breakdown(Dimension.Page, [new(text, 1)], 1, IsComplete: true));

        Assert.Equal(text, panel.Find(".breakdown-label").TextContent.Trim());
        Assert.StartsWith("/sites/1?", panel.Find("li a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("img, script, svg, [onload], [onerror]"));
    }

    private IRenderedComponent<BreakdownPanel> Show(PanelDefinition definition, Dimension dimension, Breakdown? breakdown) =>
        Render<BreakdownPanel>(parameters => Parameters(parameters, definition, dimension, breakdown));

    private static ComponentParameterCollectionBuilder<BreakdownPanel> Parameters(
        ComponentParameterCollectionBuilder<BreakdownPanel> parameters, PanelDefinition definition, Dimension dimension, Breakdown? breakdown, DashboardQuery? query = null, bool isMap = false) => parameters
            .Add(p => p.Definition, definition)
            .Add(p => p.Selected, definition.Lists.First(list => list.Dimension == dimension && list.IsMap == isMap))
            .Add(p => p.Breakdown, breakdown)
            .Add(p => p.Query, query ?? DashboardQuery.Default)
            .Add(p => p.Url, query => query.Url("/sites/1"));
}
