using BlazorTracking.Features.Dashboard.Journeys;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Journeys;

public sealed class JourneyPanelTests : BunitContext
{
    public JourneyPanelTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Without_page_views_it_says_so()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal("No page views in this range.", panel.Find(".journey-none").TextContent));
    }

    [Fact]
    public async Task It_opens_with_the_page_that_most_visitors_saw_and_goes_where_one_clicks()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var ada = dashboard.Visit("/");
        await dashboard.StoreAsync(ada, ada with { Id = Guid.NewGuid(), Path = "/docs", PreviousPath = "/", NewVisitor = 0, NewSession = 0 }, dashboard.Visit("/"));
        var panel = Show(dashboard);
        panel.WaitForAssertion(() => Assert.Equal(["Entered here|2", "/docs|1", "Left here|1"], Rows(panel)));

        panel.Find("button").Click();

        panel.WaitForAssertion(() => Assert.Equal(["/|1", "Left here|1"], Rows(panel)));
        Assert.Equal("/docs", panel.Find("select").GetAttribute("value"));
    }

    [Fact]
    public async Task Who_opens_it_again_does_not_wait_until_it_may_be_read_again()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/"));
        var first = Show(dashboard);
        first.WaitForAssertion(() => Assert.NotEmpty(Rows(first)));

        var second = Open(dashboard);

        second.WaitForAssertion(() => Assert.Equal(Rows(first), Rows(second)));
    }

    [Fact]
    public async Task Somebody_else_s_site_shows_nothing()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/secret"));
        dashboard.SignOut();

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.NotNull(panel.Find(".journey-none")));
        Assert.DoesNotContain("/secret", panel.Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(IRenderedComponent<JourneyPanel> panel) =>
        panel.FindAll("li").Select(row => $"{row.QuerySelector(".side-label")!.TextContent}|{row.QuerySelector("b")!.TextContent}");

    private IRenderedComponent<JourneyPanel> Show(OpenDashboard dashboard)
    {
        Services.AddSingleton(dashboard.Services.GetRequiredService<SiteAccess>());
        Services.AddFallbackServiceProvider(dashboard.Services);
        return Open(dashboard);
    }

    private IRenderedComponent<JourneyPanel> Open(OpenDashboard dashboard) => Render<JourneyPanel>(panel => panel
        .Add(p => p.SiteId, dashboard.Site.Id)
        .Add(p => p.Asked, new StatsQuery(dashboard.Site.Id, new RangeChoice(RangeKind.Today).Resolve(TimeZoneInfo.Utc, OpenDashboard.Start), []))
        .Add(p => p.Beat, 0));
}
