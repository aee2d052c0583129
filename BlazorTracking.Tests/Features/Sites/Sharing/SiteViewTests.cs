using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Details;
using BlazorTracking.Features.Dashboard.Panels;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Features.Stats;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Features.Dashboard;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Sites.Sharing;

public sealed class SiteViewTests(AppFactory app) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task A_link_shows_the_chosen_panels_of_its_site_and_no_other_site()
    {
        var site = await app.AddSiteAsync();
        var other = await app.AddSiteAsync();
        await using var circuit = await app.OpenCircuitAsync(Pass.Link(await app.ShareAsync(site, SitePanels.Pages)));

        var view = await Access(circuit).FindViewAsync(site.Id);

        Assert.Equal(site.Name, view?.Site.Name);
        Assert.Equal(SitePanels.Pages, view?.Panels);
        Assert.False(view?.IsOwn);
        Assert.Null(await Access(circuit).FindViewAsync(other.Id));
        Assert.Null(await Access(circuit).FindAsync(site.Id));
        Assert.Empty(await Access(circuit).ListAsync());
    }

    [Fact]
    public async Task Its_owner_sees_by_a_link_what_everybody_sees_by_it()
    {
        var site = await app.AddSiteAsync();
        var token = await app.ShareAsync(site, SitePanels.Devices);
        await using var context = app.CreateContext();
        await using var circuit = await app.CreateCircuitAsync(await context.Set<BlazorTracking.Features.Accounts.Account>().SingleAsync(account => account.Id == site.OwnerId));
        Assert.True((await Access(circuit).FindViewAsync(site.Id))?.IsOwn);

        circuit.ServiceProvider.GetRequiredService<Viewer>().Pass = Pass.Link(token);

        var view = await Access(circuit).FindViewAsync(site.Id);
        Assert.False(view?.IsOwn);
        Assert.Equal(SitePanels.Devices, view?.Panels);
    }

    [Fact]
    public async Task A_wrong_and_a_revoked_link_show_nothing()
    {
        var site = await app.AddSiteAsync();
        var token = await app.ShareAsync(site);
        await using var wrong = await app.OpenCircuitAsync(Pass.Link(ShareToken.Create()));
        await using var right = await app.OpenCircuitAsync(Pass.Link(token));
        Assert.Null(await Access(wrong).FindViewAsync(site.Id));
        Assert.NotNull(await Access(right).FindViewAsync(site.Id));

        await app.RevokeAsync(site);

        Assert.Null(await Access(right).FindViewAsync(site.Id));
        Assert.False(await Access(right).IsLockedAsync(site.Id));
    }

    [Fact]
    public async Task A_link_ends_with_its_last_day_at_the_site()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var token = await dashboard.App.ShareAsync(dashboard.Site, lastDay: new DateOnly(2026, 3, 2));
        await using var circuit = await dashboard.App.OpenCircuitAsync(Pass.Link(token));

        dashboard.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 2, 23, 59, 59, TimeSpan.Zero));
        Assert.NotNull(await Access(circuit).FindViewAsync(dashboard.Site.Id));

        dashboard.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Access(circuit).FindViewAsync(dashboard.Site.Id));
    }

    [Fact]
    public async Task A_link_with_a_password_shows_nothing_without_a_ticket_of_its_own_for_a_week()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var (shared, site) = (dashboard.App, dashboard.Site);
        var token = await shared.ShareAsync(site, password: "three random words");
        var locks = dashboard.Services.GetRequiredService<ShareLock>();
        await using var circuit = await shared.OpenCircuitAsync(Pass.Link(token));
        var viewer = circuit.ServiceProvider.GetRequiredService<Viewer>();
        Assert.Null(await Access(circuit).FindViewAsync(site.Id));
        Assert.True(await Access(circuit).IsLockedAsync(site.Id));

        viewer.Ticket = locks.Issue((await Access(circuit).FindLinkAsync(site.Id, await shared.ShareAsync(site, password: "other random words")))!);
        Assert.Null(await Access(circuit).FindViewAsync(site.Id));
        viewer.Ticket = "invented";
        Assert.Null(await Access(circuit).FindViewAsync(site.Id));

        viewer.Ticket = locks.Issue((await Access(circuit).FindLinkAsync(site.Id, token))!);
        Assert.NotNull(await Access(circuit).FindViewAsync(site.Id));

        dashboard.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null(await Access(circuit).FindViewAsync(site.Id));
    }

    [Fact]
    public async Task A_public_site_is_seen_by_everybody_as_long_as_it_is_public()
    {
        var site = await app.AddSiteAsync();
        await using var circuit = await app.OpenCircuitAsync(Pass.Public);
        Assert.Null(await Access(circuit).FindViewAsync(site.Id));

        await app.PublishAsync(site, SitePanels.None);
        Assert.Equal(SitePanels.None, (await Access(circuit).FindViewAsync(site.Id))?.Panels);

        await app.PublishAsync(site, null);
        Assert.Null(await Access(circuit).FindViewAsync(site.Id));
    }

    [Fact]
    public async Task Opening_a_link_is_noted_once_a_minute_at_most()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await using var circuit = await dashboard.App.OpenCircuitAsync(Pass.Link(await dashboard.App.ShareAsync(dashboard.Site)));
        await using var context = dashboard.App.CreateContext();

        await Access(circuit).NoteOpeningAsync(dashboard.Site.Id);
        dashboard.Clock.Advance(TimeSpan.FromSeconds(30));
        await Access(circuit).NoteOpeningAsync(dashboard.Site.Id);

        Assert.Equal(OpenDashboard.Start.ToUnixTimeMilliseconds(), await context.ShareLinks.Select(link => link.OpenedAt).SingleAsync());
    }

    [Fact]
    public async Task Details_suggestions_and_goals_are_those_of_the_chosen_panels()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/a"), dashboard.Visit("/b") with { Country = "FR" });
        await dashboard.Services.GetRequiredService<GoalBook>().AddAsync(dashboard.Site.Id, new GoalDraft { Text = "/a" });
        await using var circuit = await dashboard.App.OpenCircuitAsync(Pass.Link(await dashboard.App.ShareAsync(dashboard.Site, SitePanels.Locations)));
        var details = circuit.ServiceProvider.GetRequiredService<SiteDetails>();
        var asked = DashboardQuery.Default with { Filters = [VisitFilter.Is(Dimension.Page, "/a")] };

        // The filter on what is not shown is left out: it would tell of it.
        Assert.Equal(2, (await details.ReadAsync(dashboard.Site.Id, asked, Dimension.Country, DetailsView.Default, default))?.Found);
        Assert.Null(await details.ReadAsync(dashboard.Site.Id, asked, Dimension.Page, DetailsView.Default, default));
        Assert.Empty(await details.SuggestAsync(dashboard.Site.Id, DashboardQuery.Default, Dimension.Page, "", default));
        Assert.Empty(await circuit.ServiceProvider.GetRequiredService<GoalBook>().ListAsync(dashboard.Site.Id));
    }

    [Fact]
    public void Every_panel_of_the_dashboard_is_one_that_can_be_chosen_with_all_of_its_lists()
    {
        Assert.All(PanelDefinition.All, panel =>
        {
            Assert.Contains(panel.Shared, PanelChoices.All);
            Assert.All(panel.Lists, list => Assert.Equal(panel.Shared, PanelChoices.Of(list.Dimension)));
        });
        Assert.All(Enum.GetValues<Dimension>(), dimension => Assert.NotEqual(SitePanels.None, PanelChoices.Of(dimension)));
        Assert.All(PanelChoices.All, panel => Assert.NotEqual("", PanelChoices.Explanation(panel)));
    }

    private static SiteAccess Access(AsyncServiceScope circuit) => circuit.ServiceProvider.GetRequiredService<SiteAccess>();
}
