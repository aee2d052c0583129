using BlazorTracking.Features.Dashboard.Funnels;
using BlazorTracking.Features.Funnels;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Funnels;

public sealed class FunnelPanelTests : BunitContext
{
    public FunnelPanelTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Without_funnels_it_says_how_to_get_one()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal(AppUrls.SiteGoals(dashboard.Site.Id), panel.Find(".funnel-none a").GetAttribute("href")));
    }

    [Fact]
    public async Task It_shows_how_far_sessions_came_and_what_was_lost()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await AddAsync(dashboard, "Checkout", "/cart", "/pay", "/thanks");
        var ada = dashboard.Visit("/cart");
        await dashboard.StoreAsync(ada, Later(ada, "/pay"), dashboard.Visit("/cart"), dashboard.Visit("/pay"));

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal(["2|100%|–", "1|50%|50%", "0|0%|100%"], Rows(panel)));
    }

    [Fact]
    public async Task Another_funnel_is_shown_by_its_tab()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await AddAsync(dashboard, "One", "/a", "/b");
        await AddAsync(dashboard, "Two", "/c", "/d", "/e");
        var panel = Show(dashboard);
        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll("li").Count));

        panel.FindAll(".panel-tabs button")[1].Click();

        panel.WaitForAssertion(() => Assert.Equal(3, panel.FindAll("li").Count));
        Assert.Equal("true", panel.FindAll(".panel-tabs button")[1].GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_failure_says_what_failed()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await AddAsync(dashboard, "One", "/a", "/b");
        Services.AddSingleton(new StatsReader(new FailingStore(dashboard.Services.GetRequiredService<IVisitStore>()) { Fails = true }, TimeProvider.System));

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal("Funnels could not be read.", panel.Find("[role=alert] p").TextContent));
    }

    private static Visit Later(Visit visit, string path) => visit with
    {
        Id = Guid.NewGuid(),
        OccurredAt = visit.OccurredAt + 1000,
        Path = path,
        NewVisitor = 0,
        NewSession = 0,
    };

    private static Task<bool> AddAsync(OpenDashboard dashboard, string name, params string[] paths) =>
        dashboard.Services.GetRequiredService<FunnelBook>().AddAsync(
            dashboard.Site.Id, new FunnelDraft { Name = name, Steps = [.. paths.Select(path => new FunnelStepDraft { Text = path })] });

    private static IEnumerable<string> Rows(IRenderedComponent<FunnelPanel> panel) =>
        panel.FindAll("li").Select(row => string.Join('|', row.Children.Skip(1).Select(cell => cell.TextContent)));

    private IRenderedComponent<FunnelPanel> Show(OpenDashboard dashboard)
    {
        Services.AddSingleton(dashboard.Services.GetRequiredService<FunnelBook>());
        Services.AddFallbackServiceProvider(dashboard.Services);
        return Render<FunnelPanel>(panel => panel
            .Add(p => p.View, dashboard.View)
            .Add(p => p.Asked, new StatsQuery(dashboard.Site.Id, new RangeChoice(RangeKind.Today).Resolve(TimeZoneInfo.Utc, OpenDashboard.Start), []))
            .Add(p => p.Beat, 0));
    }
}
