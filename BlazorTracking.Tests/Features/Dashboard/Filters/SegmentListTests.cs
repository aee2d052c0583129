using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Filters;
using BlazorTracking.Features.Segments;
using BlazorTracking.Features.Stats;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Filters;

public sealed class SegmentListTests : BunitContext
{
    private static readonly DashboardQuery _germans = DashboardQuery.Default.Toggle(Dimension.Country, "DE");

    public SegmentListTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Without_segments_and_filters_it_says_what_to_do()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var list = Show(dashboard, DashboardQuery.Default);

        list.WaitForAssertion(() => Assert.Equal("No segments yet. Filter the view, then save its filters here under a name.", list.Find("p").TextContent));
        Assert.Empty(list.FindAll("form"));
    }

    [Fact]
    public async Task The_view_s_filters_are_saved_under_a_name_and_taken_back()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var list = Show(dashboard, _germans);

        list.Find("input").Input("Germans");
        list.Find("form").Submit();

        list.WaitForAssertion(() => Assert.Equal("Germans", list.Find("li a").TextContent));
        Assert.Equal("/here", list.Find("li a").GetAttribute("href")!.Split('?')[0]);
        Assert.Equal("true", list.Find("li a").GetAttribute("aria-current"));
        Assert.Equal("Country is Germany", list.Find("li a").GetAttribute("title"));
        list.Find(".segments-delete").Click();
        list.WaitForAssertion(() => Assert.Empty(list.FindAll("li")));
    }

    [Fact]
    public async Task A_segment_leads_to_the_view_under_its_filters()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.Services.GetRequiredService<SegmentBook>().SaveAsync(dashboard.Site.Id, new SegmentDraft { Name = "Germans", Filters = _germans.FiltersText });

        var list = Show(dashboard, DashboardQuery.Default.Toggle(Dimension.Page, "/a"));

        list.WaitForAssertion(() => Assert.Equal("/here?filter=country%3Ais%3ADE", list.Find("li a").GetAttribute("href")));
        Assert.Null(list.Find("li a").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Without_a_name_nothing_is_saved_and_it_says_why()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var list = Show(dashboard, _germans);

        list.Find("form").Submit();

        list.WaitForAssertion(() => Assert.Equal("Give the segment a name.", list.Find("[role=alert]").TextContent));
        Assert.Empty(await dashboard.Services.GetRequiredService<SegmentBook>().ListAsync(dashboard.Site.Id));
    }

    private IRenderedComponent<SegmentList> Show(OpenDashboard dashboard, DashboardQuery query)
    {
        Services.AddFallbackServiceProvider(dashboard.Services);
        return Render<SegmentList>(parameters => parameters
            .Add(p => p.SiteId, dashboard.Site.Id)
            .Add(p => p.Query, query)
            .Add(p => p.Url, asked => asked.Url("/here")));
    }
}
