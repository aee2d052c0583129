using AngleSharp.Dom;
using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Sites;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard;

public sealed class DashboardPageTests : BunitContext
{
    public DashboardPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }

    [Fact]
    public async Task An_arriving_visit_moves_number_chart_panel_feed_and_title_without_a_reload()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        var page = Show(dashboard);
        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".headline-tile b").TextContent));

        await dashboard.ArriveAsync(dashboard.Visit("/new") with { Country = "FR" });
        dashboard.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() =>
        {
            Assert.Equal("2", page.Find(".headline-tile b").TextContent);
            Assert.Equal("2", page.FindAll("tbody tr")[^1].Children[1].TextContent);
            Assert.Contains("France", page.Markup, StringComparison.Ordinal);
            Assert.Equal("/new", page.Find(".feed-page").TextContent);
            Assert.Equal("2 here now", page.Find(".site-live").TextContent.Trim());
        });
    }

    [Fact]
    public async Task The_URL_says_what_is_shown()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit(), dashboard.Visit() with { Country = "FR" });

        var page = Show(dashboard, "?range=today&filter=country:is:FR&metric=sessions&compare=none");

        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".headline-tile b").TextContent));
        Assert.Equal("Today", page.Find(".range-title").TextContent);
        Assert.Equal("Country is France: remove this filter", page.Find(".filter-remove").GetAttribute("aria-label"));
        Assert.StartsWith("Sessions", page.Find(".headline-tile[aria-current]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".headline-before"));
    }

    [Fact]
    public async Task Another_filter_in_the_URL_is_shown_without_a_reload()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit(), dashboard.Visit() with { Country = "FR" });
        var page = Show(dashboard);
        page.WaitForAssertion(() => Assert.Equal("2", page.Find(".headline-tile b").TextContent));

        Services.GetRequiredService<NavigationManager>().NavigateTo(AppUrls.Site(dashboard.Site.Id) + "?filter=country:is:FR");

        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".headline-tile b").TextContent));
    }

    [Fact]
    public async Task The_URL_says_which_lists_the_panels_show()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit() with { Region = "Berlin" });

        var page = Show(dashboard, "?list=region&list=utmTerm&list=planet");

        page.WaitForAssertion(() => Assert.Equal("Berlin", Panel(page, "Locations").QuerySelector("li .breakdown-label")?.TextContent.Trim()));
        Assert.Equal(["Regions"], Pressed(page, "Locations"));
        Assert.Equal("utmTerm", Panel(page, "Sources").QuerySelector("select")?.GetAttribute("value"));
        Assert.Equal(["Top"], Pressed(page, "Pages"));
    }

    [Fact]
    public async Task A_list_that_is_chosen_is_in_the_URL_and_is_no_step_of_its_own()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit(), dashboard.Visit() with { Country = "FR" });
        var page = Show(dashboard, "?range=today");
        page.WaitForAssertion(() => Assert.Equal("2", page.Find(".headline-tile b").TextContent));

        await page.InvokeAsync(() => Panel(page, "Pages").QuerySelectorAll("[role=group] button")[2].ClickAsync());
        page.WaitForAssertion(() => Assert.Equal("/", Panel(page, "Pages").QuerySelector("li .breakdown-label")?.TextContent.Trim()));
        await page.InvokeAsync(() => Panel(page, "Locations").QuerySelectorAll("[role=group] button")[1].ClickAsync());

        page.WaitForAssertion(() => Assert.Equal(2, Panel(page, "Locations").QuerySelectorAll("li").Length));
        var navigation = Services.GetRequiredService<BunitNavigationManager>();
        Assert.Equal($"{AppUrls.Site(dashboard.Site.Id)}?range=today&list=exitPage&list=country", "/" + navigation.ToBaseRelativePath(navigation.Uri));
        Assert.True(navigation.History.First().Options.ReplaceHistoryEntry);
        Assert.Equal(["Exit"], Pressed(page, "Pages"));
    }

    [Fact]
    public async Task A_row_that_filters_keeps_the_lists_and_the_way_back_shows_them_as_they_were()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit() with { Region = "Berlin" });
        var page = Show(dashboard, "?list=exitPage&list=country");
        page.WaitForAssertion(() => Assert.Equal("Germany", Panel(page, "Locations").QuerySelector("li .breakdown-label")?.TextContent.Trim()));
        var navigation = Services.GetRequiredService<NavigationManager>();
        var before = navigation.Uri;

        navigation.NavigateTo(Panel(page, "Locations").QuerySelector("li a")!.GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal("Berlin", Panel(page, "Locations").QuerySelector("li .breakdown-label")?.TextContent.Trim()));
        Assert.Equal(["Exit"], Pressed(page, "Pages"));

        navigation.NavigateTo(before);
        page.WaitForAssertion(() => Assert.Equal("Germany", Panel(page, "Locations").QuerySelector("li .breakdown-label")?.TextContent.Trim()));
        Assert.Equal(["Countries"], Pressed(page, "Locations"));
    }

    [Fact]
    public async Task The_way_to_the_log_keeps_the_lists()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());

        var page = Show(dashboard, "?list=exitPage");

        page.WaitForAssertion(() => Assert.Equal($"{AppUrls.SiteLog(dashboard.Site.Id)}?list=exitPage", page.Find(".now-log").GetAttribute("href")));
    }

    [Fact]
    public async Task A_site_without_visits_turns_live_with_the_first()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var page = Show(dashboard);
        page.WaitForAssertion(() => Assert.Contains("Waiting for the first visit", page.Markup, StringComparison.Ordinal));

        await dashboard.ArriveAsync(dashboard.Visit());
        dashboard.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".headline-tile b").TextContent));
    }

    [Fact]
    public async Task R8_somebody_else_s_site_is_not_found()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        dashboard.SignOut();
        var isNotFound = false;
        Prepare(dashboard);
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isNotFound = true;

        var page = Render<DashboardPage>(parameters => parameters.Add(p => p.SiteId, dashboard.Site.Id));

        page.WaitForAssertion(() => Assert.True(isNotFound));
        Assert.Empty(page.FindAll("h1"));
    }

    [Fact]
    public async Task Who_has_signed_out_loses_the_page_within_seconds()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        var notFound = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = Show(dashboard);
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound.TrySetResult();
        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".headline-tile b").TextContent));

        dashboard.SignOut();

        await notFound.Task.WaitAsync(DefaultWaitTimeout);
        await DisposeComponentsAsync();
    }

    private static IElement Panel(IRenderedComponent<DashboardPage> page, string title) => page.Find($".panel[aria-label='{title}']");

    private static IEnumerable<string> Pressed(IRenderedComponent<DashboardPage> page, string panel) =>
        Panel(page, panel).QuerySelectorAll("[aria-pressed=true]").Select(tab => tab.TextContent);

    private IRenderedComponent<DashboardPage> Show(OpenDashboard dashboard, string query = "")
    {
        Prepare(dashboard);
        Services.GetRequiredService<NavigationManager>().NavigateTo(AppUrls.Site(dashboard.Site.Id) + query);
        return Render<DashboardPage>(parameters => parameters.Add(p => p.SiteId, dashboard.Site.Id));
    }

    private void Prepare(OpenDashboard dashboard)
    {
        Services.AddSingleton(dashboard.State);
        Services.AddSingleton(dashboard.Services.GetRequiredService<SiteAccess>());

        // Renders are throttled by a clock that runs, the figures are those of one that stands.
        Services.AddSingleton(TimeProvider.System);
        Services.AddFallbackServiceProvider(dashboard.Services);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }
}
