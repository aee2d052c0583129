using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Goals;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Stats;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Goals;

public sealed class GoalsPanelTests : BunitContext
{
    public GoalsPanelTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Before_the_view_is_known_it_keeps_its_room_and_says_that_it_is_busy()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var panel = Show(dashboard, asked: null);

        Assert.Equal("true", panel.Find("section").GetAttribute("aria-busy"));
        Assert.NotEmpty(panel.FindAll(".panel-skeleton span"));
    }

    [Fact]
    public async Task Without_goals_it_says_how_to_get_one()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal(AppUrls.SiteGoals(dashboard.Site.Id), panel.Find(".goals-none a").GetAttribute("href")));
    }

    [Fact]
    public async Task It_shows_visitors_total_and_rate_and_filters_by_a_click()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await AddGoalsAsync(dashboard, "/blog/*", "/none");
        var ada = dashboard.Visit("/blog/a");
        await dashboard.StoreAsync(ada, ada with { Id = Guid.NewGuid(), Path = "/blog/b", NewVisitor = 0, NewSession = 0 }, dashboard.Visit("/"));

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal(["Visit /blog/*|1|2|50%", "Visit /none|0|0|0%"], Rows(panel)));
        Assert.Equal("/?filter=page%3Alike%3A%2Fblog%2F%2A", panel.Find("li a").GetAttribute("href"));
        Assert.Equal("Visit /blog/*: /blog/*. Click to filter by it.", panel.Find("li a").GetAttribute("title"));
    }

    [Fact]
    public async Task A_visit_that_arrives_counts()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await AddGoalsAsync(dashboard, "/a");
        await dashboard.StoreAsync(dashboard.Visit("/a"));
        var panel = Show(dashboard);
        panel.WaitForAssertion(() => Assert.Equal(["Visit /a|1|1|100%"], Rows(panel)));

        await dashboard.StoreAsync(dashboard.Visit("/a"));
        dashboard.Clock.Advance(TimeSpan.FromSeconds(5));
        panel.Render(parameters => parameters.Add(p => p.Beat, 1));

        panel.WaitForAssertion(() =>
        {
            dashboard.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(["Visit /a|2|2|100%"], Rows(panel));
        });
    }

    [Fact]
    public async Task A_failure_says_what_failed_and_trying_again_reads_it()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await AddGoalsAsync(dashboard, "/a");
        var store = new FailingStore(dashboard.Services.GetRequiredService<BlazorTracking.Features.Visits.IVisitStore>()) { Fails = true };
        Services.AddSingleton(new StatsReader(store, TimeProvider.System));
        var panel = Show(dashboard);
        panel.WaitForAssertion(() => Assert.Equal("Goals could not be read.", panel.Find("[role=alert] p").TextContent));

        store.Fails = false;
        panel.Find("[role=alert] button").Click();

        panel.WaitForAssertion(() => Assert.Equal(["Visit /a|0|0|0%"], Rows(panel)));
    }

    [Fact]
    public async Task A_goal_is_text_whatever_it_is_called()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.Services.GetRequiredService<GoalBook>().AddAsync(dashboard.Site.Id, new GoalDraft { Name = "<img src=x onerror=alert(1)>", Text = "/\"><b>" });

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal("<img src=x onerror=alert(1)>", panel.Find(".goals-name").TextContent));
        Assert.Empty(panel.FindAll("img"));
    }

    private static async Task AddGoalsAsync(OpenDashboard dashboard, params string[] paths)
    {
        foreach (var path in paths)
        {
            await dashboard.Services.GetRequiredService<GoalBook>().AddAsync(dashboard.Site.Id, new GoalDraft { Text = path });
        }
    }

    private static IEnumerable<string> Rows(IRenderedComponent<GoalsPanel> panel) =>
        panel.FindAll("li a").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent)));

    private IRenderedComponent<GoalsPanel> Show(OpenDashboard dashboard) =>
        Show(dashboard, new StatsQuery(dashboard.Site.Id, new RangeChoice(RangeKind.Today).Resolve(TimeZoneInfo.Utc, OpenDashboard.Start), []));

    private IRenderedComponent<GoalsPanel> Show(OpenDashboard dashboard, StatsQuery? asked)
    {
        Services.AddSingleton(dashboard.Services.GetRequiredService<GoalBook>());
        Services.AddFallbackServiceProvider(dashboard.Services);
        return Render<GoalsPanel>(panel => panel
            .Add(p => p.View, dashboard.View)
            .Add(p => p.Asked, asked)
            .Add(p => p.Beat, 0)
            .Add(p => p.Query, DashboardQuery.Default)
            .Add(p => p.Url, query => query.Url("/")));
    }
}
