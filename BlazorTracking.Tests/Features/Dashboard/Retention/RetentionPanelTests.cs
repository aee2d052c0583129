using BlazorTracking.Features.Dashboard.Retention;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visitors;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Retention;

public sealed class RetentionPanelTests : BunitContext
{
    private static readonly DateOnly _thisWeek = WeeklyVisitor.WeekOf(DateOnly.FromDateTime(OpenDashboard.Start.UtcDateTime));

    public RetentionPanelTests() => DefaultWaitTimeout = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Where_nobody_is_recognised_it_says_so_and_where_to_change_it()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var panel = Show(dashboard, isRecognising: false);

        Assert.Contains("off unless you turn it on", panel.Find(".retention-none").TextContent, StringComparison.Ordinal);
        Assert.Equal(AppUrls.SiteSettings(dashboard.Site.Id), panel.Find(".retention-none a").GetAttribute("href"));
    }

    [Fact]
    public async Task Before_anybody_was_recognised_it_says_what_will_be_here()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.StartsWith("From now on", panel.Find(".retention-none").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_shows_by_the_week_how_many_came_back()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await StoreAsync(dashboard, (1, 2), (2, 2), (3, 2), (4, 2), (1, 1), (2, 1), (1, 0), (5, 1));

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.Equal(["4|50%|25%", "1|0%"], Rows(panel)));
        Assert.Equal("2 of 4 came in the week of 23 Feb", panel.FindAll("tbody td")[1].GetAttribute("title"));
        Assert.EndsWith("which is not over", panel.Find(".retention-running").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_read_its_frame_is_there()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var panel = Show(dashboard, asked: false);

        Assert.NotNull(panel.Find(".panel-skeleton"));
    }

    [Fact]
    public async Task Somebody_else_s_site_shows_nothing()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await StoreAsync(dashboard, (1, 1), (1, 0));
        dashboard.SignOut();

        var panel = Show(dashboard);

        panel.WaitForAssertion(() => Assert.NotNull(panel.Find(".retention-none")));
        Assert.Empty(panel.FindAll("table"));
    }

    private static IEnumerable<string> Rows(IRenderedComponent<RetentionPanel> panel) =>
        panel.FindAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.TextContent)));

    private static async Task StoreAsync(OpenDashboard dashboard, params (int Visitor, int WeeksAgo)[] visits)
    {
        await using var context = dashboard.App.CreateContext();
        context.WeeklyVisitors.AddRange(visits.Select(visit => new WeeklyVisitor { SiteId = dashboard.Site.Id, VisitorId = visit.Visitor, Week = _thisWeek.AddDays(-7 * visit.WeeksAgo) }));
        await context.SaveChangesAsync();
    }

    private IRenderedComponent<RetentionPanel> Show(OpenDashboard dashboard, bool isRecognising = true, bool asked = true)
    {
        Services.AddSingleton(dashboard.Services.GetRequiredService<SiteAccess>());
        Services.AddFallbackServiceProvider(dashboard.Services);
        return Render<RetentionPanel>(panel => panel
            .Add(p => p.SiteId, dashboard.Site.Id)
            .Add(p => p.IsRecognising, isRecognising)
            .Add(p => p.Asked, asked ? new StatsQuery(dashboard.Site.Id, new RangeChoice(RangeKind.Today).Resolve(TimeZoneInfo.Utc, OpenDashboard.Start), []) : null));
    }
}
