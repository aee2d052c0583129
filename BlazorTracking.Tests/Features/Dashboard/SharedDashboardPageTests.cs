using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard;

public sealed class SharedDashboardPageTests : BunitContext
{
    private readonly TaskCompletionSource _notFound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AsyncServiceScope _circuit;

    public SharedDashboardPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = TimeSpan.FromSeconds(60);
    }

    [Fact]
    public async Task A_stranger_with_a_link_sees_an_arriving_visit_in_the_chosen_panels_only()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/secret") with { Country = "FR" });
        var page = await ShowAsync(dashboard, SitePanels.Locations);
        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".headline-tile b").TextContent));

        await dashboard.ArriveAsync(dashboard.Visit("/secret") with { Country = "JP" });
        dashboard.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() =>
        {
            Assert.Equal("2", page.Find(".headline-tile b").TextContent);
            Assert.Contains("Japan", page.Markup, StringComparison.Ordinal);
            Assert.Equal("2 here now", page.Find(".site-live").TextContent.Trim());
        });
        Assert.Equal(["Locations"], page.FindAll(".panel h2").Select(title => title.TextContent));
        Assert.DoesNotContain("/secret", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".ledger, .feed, .site-settings, .now-log"));
        await CloseAsync();
    }

    [Fact]
    public async Task With_every_panel_it_is_the_owner_s_dashboard_without_what_changes_it()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        await dashboard.Services.GetRequiredService<GoalBook>().AddAsync(dashboard.Site.Id, new GoalDraft { Text = "/" });
        var page = await ShowAsync(dashboard, SitePanels.All);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".goals li a")));

        Assert.NotEmpty(page.FindAll(".feed li"));
        var own = $"^{AppUrls.Site(dashboard.Site.Id)}(\\?|/visits|/settings|/goals|/install|/sharing|/details|$)";
        Assert.DoesNotContain(page.FindAll("a[href]"), link => System.Text.RegularExpressions.Regex.IsMatch(link.GetAttribute("href")!, own));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Notes");
        await CloseAsync();
    }

    [Fact]
    public async Task A_filter_by_what_is_not_shown_is_left_out_and_not_offered()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit(), dashboard.Visit() with { Country = "FR" });

        var page = await ShowAsync(dashboard, SitePanels.Pages, "?filter=country:is:FR&details=country");

        page.WaitForAssertion(() => Assert.Equal("2", page.Find(".headline-tile b").TextContent));
        Assert.Empty(page.FindAll(".filter, dialog"));
        await page.FindAll("button").Single(button => button.TextContent == "+Filter").ClickAsync(new());
        Assert.Equal(["Pages"], page.FindAll("optgroup").Select(group => group.GetAttribute("label")));
        await CloseAsync();
    }

    [Fact]
    public async Task The_URL_says_which_lists_are_shown_also_in_a_frame_and_lists_of_what_is_not_shown_are_left_out()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/secret"));

        var page = await ShowAsync(dashboard, SitePanels.Locations, "?embed=dark&list=country&list=entryPage");

        page.WaitForAssertion(() => Assert.Contains("Germany", page.Find(".panel li").TextContent, StringComparison.Ordinal));
        Assert.Equal("Countries", page.Find(".panel [aria-pressed=true]").TextContent);
        Assert.EndsWith("?embed=dark&metric=sessions&list=country", page.FindAll(".headline-tile")[1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("/secret", page.Markup, StringComparison.Ordinal);

        await page.FindAll(".panel [role=group] button")[3].ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith("?embed=dark&list=city", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("Cities", page.Find(".panel [aria-pressed=true]").TextContent));
        await CloseAsync();
    }

    [Fact]
    public async Task A_goal_by_a_page_leads_to_no_filter_where_pages_are_not_shown()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/thanks"));
        await dashboard.Services.GetRequiredService<GoalBook>().AddAsync(dashboard.Site.Id, new GoalDraft { Name = "Order", Text = "/thanks" });

        var page = await ShowAsync(dashboard, SitePanels.Goals);

        page.WaitForAssertion(() => Assert.Equal("Order", page.Find(".goals-name").TextContent));
        Assert.Null(page.Find(".goals li a").GetAttribute("href"));
        Assert.DoesNotContain("/thanks", page.Markup, StringComparison.Ordinal);
        await CloseAsync();
    }

    [Fact]
    public async Task A_site_without_visits_shows_nothing_of_how_it_is_installed()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var page = await ShowAsync(dashboard, SitePanels.All);

        page.WaitForAssertion(() => Assert.Contains("No visit yet", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("script", page.Markup, StringComparison.OrdinalIgnoreCase);
        await CloseAsync();
    }

    [Fact]
    public async Task A_revoked_link_takes_the_page_away_within_seconds()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit());
        var page = await ShowAsync(dashboard, SitePanels.All);
        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".headline-tile b").TextContent));

        await dashboard.App.RevokeAsync(dashboard.Site);

        // Not an assertion on the page: nothing is drawn by it any more, and assertions are tried again only when it is.
        await _notFound.Task.WaitAsync(DefaultWaitTimeout);
        await CloseAsync();
    }

    private async Task<IRenderedComponent<SharedDashboardPage>> ShowAsync(OpenDashboard dashboard, SitePanels panels, string query = "")
    {
        var token = await dashboard.App.ShareAsync(dashboard.Site, panels);
        _circuit = await dashboard.App.CreateCircuitAsync(null);
        Services.AddSingleton(_circuit.ServiceProvider.GetRequiredService<DashboardState>());
        Services.AddSingleton(_circuit.ServiceProvider.GetRequiredService<SiteAccess>());
        Services.AddSingleton(_circuit.ServiceProvider.GetRequiredService<Viewer>());

        // Renders are throttled by a clock that runs, the figures are those of one that stands.
        Services.AddSingleton(TimeProvider.System);
        Services.AddFallbackServiceProvider(_circuit.ServiceProvider);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => _notFound.TrySetResult();
        Services.GetRequiredService<NavigationManager>().NavigateTo(AppUrls.SharedSite(dashboard.Site.Id, token) + query);
        return Render<SharedDashboardPage>(parameters => parameters.Add(p => p.SiteId, dashboard.Site.Id).Add(p => p.Token, token));
    }

    // Before the server goes: what the page is waiting for ends with it.
    private async Task CloseAsync()
    {
        await DisposeComponentsAsync();
        await _circuit.DisposeAsync();
    }
}
