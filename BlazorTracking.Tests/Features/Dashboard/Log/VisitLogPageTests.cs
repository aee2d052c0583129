using BlazorTracking.Features.Dashboard.Log;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Log;

public sealed class VisitLogPageTests : BunitContext
{
    public VisitLogPageTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task R14_a_new_visit_appears_on_top_without_a_reload_and_is_announced()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/old"));
        var page = Show(dashboard);
        page.WaitForAssertion(() => Assert.Equal(["example.org/old"], Urls(page)));

        dashboard.Clock.Advance(TimeSpan.FromSeconds(1));
        await dashboard.ArriveAsync(dashboard.Visit("/new"));

        page.WaitForAssertion(() => Assert.Equal(["example.org/new", "example.org/old"], Urls(page)));
        Assert.Equal("One new visit.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task R14_it_is_paged()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync([.. Enumerable.Range(0, LogView.PageSize + 3).Select(_ => dashboard.Visit())]);

        var page = Show(dashboard, "?page=2");

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr:not(.log-skeleton)").Count));
        Assert.Equal("51–53 of 53", page.Find(".log-pages .muted").TextContent);
        Assert.Equal([$"/sites/{dashboard.Site.Id}/visits"], page.FindAll(".log-steps a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task R14_it_is_sorted()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/b"), dashboard.Visit("/c"), dashboard.Visit("/a"));

        var page = Show(dashboard, "?sort=path&order=asc");

        page.WaitForAssertion(() => Assert.Equal(["example.org/a", "example.org/b", "example.org/c"], Urls(page)));
    }

    [Fact]
    public async Task R14_it_is_searched()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/pricing"), dashboard.Visit("/about"));

        var page = Show(dashboard, "?q=PRIC");

        page.WaitForAssertion(() => Assert.Equal(["example.org/pricing"], Urls(page)));
    }

    [Fact]
    public async Task On_another_page_new_visits_are_counted_and_nothing_moves()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/b"), dashboard.Visit("/c"));
        var page = Show(dashboard, "?sort=path&order=asc");
        page.WaitForAssertion(() => Assert.Equal(2, Urls(page).Count));

        await dashboard.ArriveAsync(dashboard.Visit("/a"));

        page.WaitForAssertion(() => Assert.Equal("1 new", page.Find(".log-new").TextContent));
        Assert.Equal(["example.org/b", "example.org/c"], Urls(page));
    }

    [Fact]
    public async Task Without_a_match_it_says_so()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());

        var page = Show(dashboard, "?q=nothing");

        page.WaitForAssertion(() => Assert.Equal("No visit matches.", page.Find(".log-message p").TextContent));
    }

    [Fact]
    public async Task A_failure_is_told_and_tried_again()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        var store = new FailingStore(dashboard.Services.GetRequiredService<IVisitStore>()) { Fails = true };
        Services.AddSingleton(new StatsReader(store, dashboard.Clock));
        var page = Show(dashboard);
        page.WaitForAssertion(() => Assert.Equal("The visits could not be read.", page.Find("[role=alert] p").TextContent));

        store.Fails = false;
        page.Find("[role=alert] button").Click();

        page.WaitForAssertion(() => Assert.Single(Urls(page)));
    }

    [Fact]
    public async Task The_way_back_leads_to_the_dashboard_as_it_was()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());

        const string View = "?range=7d&metric=bounces&compare=year&interval=hour&list=exitPage";
        var page = Show(dashboard, View);

        page.WaitForAssertion(() => Assert.Equal(AppUrls.Site(dashboard.Site.Id) + View, page.Find(".log-back").GetAttribute("href")));
    }

    private static List<string> Urls(IRenderedComponent<VisitLogPage> page) =>
        [.. page.FindAll("tbody tr:not(.log-skeleton)").Select(row => row.Children[2].TextContent)];

    private IRenderedComponent<VisitLogPage> Show(OpenDashboard dashboard, string query = "")
    {
        Services.AddSingleton(dashboard.Services.GetRequiredService<SiteAccess>());
        Services.AddSingleton(dashboard.Services.GetRequiredService<LiveFeed>());
        Services.AddSingleton<TimeProvider>(dashboard.Clock);
        Services.AddFallbackServiceProvider(dashboard.Services);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(AppUrls.SiteLog(dashboard.Site.Id) + query);
        return Render<VisitLogPage>(parameters => parameters.Add(p => p.SiteId, dashboard.Site.Id));
    }
}
