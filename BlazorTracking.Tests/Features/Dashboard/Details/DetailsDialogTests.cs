using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Dashboard.Details;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Dashboard.Details;

public sealed class DetailsDialogTests : BunitContext
{
    public DetailsDialogTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }

    [Fact]
    public async Task Rows_have_label_count_share_bounce_rate_and_time()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit(), dashboard.Visit() with { Bounce = 0, DurationMs = 62_000 }, dashboard.Visit() with { Country = "" });

        var dialog = Show(dashboard, Dimension.Country);

        dialog.WaitForAssertion(() => Assert.Equal([["Germany", "2", "67%", "50%", "31s"], ["Unknown", "1", "33%", "100%", "0s"]], Rows(dialog)));
        Assert.Equal("Locations · Countries", dialog.Find("h2").TextContent);
        Assert.Equal("1–2 of 2", dialog.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Rows_of_properties_have_no_bounce_rate_and_no_time()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit() with { Event = "Signup", Properties = """{"plan":"pro","size":"2"}""" });

        var dialog = Show(dashboard, Dimension.Property);

        dialog.WaitForAssertion(() => Assert.Equal([["plan: pro", "1", "100%"], ["size: 2", "1", "100%"]], Rows(dialog)));
        Assert.Equal(3, dialog.FindAll("th").Count);
    }

    [Fact]
    public async Task While_it_is_read_it_is_busy_and_keeps_its_room()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        var store = new WaitingStore(dashboard.Services.GetRequiredService<IVisitStore>());

        var dialog = Show(dashboard, Dimension.Page, store);

        Assert.Equal("true", dialog.Find(".details-body").GetAttribute("aria-busy"));
        Assert.NotEmpty(dialog.FindAll(".details-skeleton"));
        store.Open();
        dialog.WaitForAssertion(() => Assert.Null(dialog.Find(".details-body").GetAttribute("aria-busy")));
    }

    [Fact]
    public async Task Without_values_it_says_so()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();

        var dialog = Show(dashboard, Dimension.Event);

        dialog.WaitForAssertion(() => Assert.Equal("Nothing in this range.", dialog.Find(".details-message p").TextContent));
    }

    [Fact]
    public async Task A_failure_says_so_and_is_tried_again()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/a"));
        var store = new FailingStore(dashboard.Services.GetRequiredService<IVisitStore>()) { Fails = true };
        var dialog = Show(dashboard, Dimension.Page, store);
        dialog.WaitForAssertion(() => Assert.Equal("The details could not be read.", dialog.Find("[role=alert] p").TextContent));

        store.Fails = false;
        dialog.Find("[role=alert] button").Click();

        dialog.WaitForAssertion(() => Assert.Equal("/a", Assert.Single(Rows(dialog))[0]));
    }

    [Fact]
    public async Task It_is_searched_after_a_pause_also_by_what_people_call_a_value()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit(), dashboard.Visit() with { Country = "FR" });
        var dialog = Show(dashboard, Dimension.Country);
        dialog.WaitForAssertion(() => Assert.Equal(2, Rows(dialog).Length));

        dialog.Find("input").Input("germ");
        dialog.WaitForState(() => dialog.FindAll("tbody tr").Count == 2);
        dashboard.Clock.Advance(TimeSpan.FromMilliseconds(300));

        dialog.WaitForAssertion(() => Assert.Equal("Germany", Assert.Single(Rows(dialog))[0]));
        Assert.Contains("q=germ", dialog.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_sorts_by_its_column_and_then_the_other_way_round()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/a"), dashboard.Visit("/b"));
        var dialog = Show(dashboard, Dimension.Page);
        dialog.WaitForAssertion(() => Assert.Equal(2, Rows(dialog).Length));

        dialog.FindAll("th button")[0].Click();
        dialog.WaitForAssertion(() => Assert.Equal(["/a", "/b"], Rows(dialog).Select(row => row[0])));
        Assert.Equal("ascending", dialog.FindAll("th")[0].GetAttribute("aria-sort"));
        dialog.FindAll("th button")[0].Click();

        dialog.WaitForAssertion(() => Assert.Equal(["/b", "/a"], Rows(dialog).Select(row => row[0])));
    }

    [Fact]
    public async Task It_has_pages()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync([.. Enumerable.Range(100, DetailsView.PageSize + 1).Select(number => dashboard.Visit($"/{number}"))]);
        var dialog = Show(dashboard, Dimension.Page);
        dialog.WaitForAssertion(() => Assert.Equal("1–50 of 51", dialog.Find("[role=status]").TextContent));
        Assert.True(dialog.FindAll("footer button")[0].HasAttribute("disabled"));

        dialog.FindAll("footer button")[1].Click();

        dialog.WaitForAssertion(() => Assert.Equal("51–51 of 51", dialog.Find("[role=status]").TextContent));
        Assert.Equal("/150", Assert.Single(Rows(dialog))[0]);
        Assert.True(dialog.FindAll("footer button")[1].HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_row_leads_to_the_page_filtered_by_it_and_the_cross_to_the_page_without_the_dialog()
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit("/a"));
        var dialog = Show(dashboard, Dimension.Page);
        dialog.WaitForAssertion(() => Assert.Equal("/here?filter=page%3Ais%3A%2Fa", dialog.Find("tbody a").GetAttribute("href")));

        dialog.Find("[aria-label=Close]").Click();

        Assert.EndsWith("/here", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NaughtyText.All), MemberType = typeof(NaughtyText))]
    public async Task A_naughty_value_stays_text(string text)
    {
        await using var dashboard = await OpenDashboard.CreateAsync();
        await dashboard.StoreAsync(dashboard.Visit() with { UtmCampaign = text });

        var dialog = Show(dashboard, Dimension.UtmCampaign);

        dialog.WaitForAssertion(() => Assert.Equal(text, Assert.Single(Rows(dialog))[0]));
        Assert.Empty(dialog.FindAll("img, script, [onload], [onerror]"));
    }

    private static string[][] Rows(IRenderedComponent<DetailsDialog> dialog) =>
        [.. dialog.FindAll("tbody tr:not(.details-skeleton)").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray())];

    private IRenderedComponent<DetailsDialog> Show(OpenDashboard dashboard, Dimension dimension, IVisitStore? store = null)
    {
        store ??= dashboard.Services.GetRequiredService<IVisitStore>();
        Services.AddSingleton<TimeProvider>(dashboard.Clock);
        Services.AddSingleton(new SiteDetails(dashboard.Services.GetRequiredService<SiteAccess>(), new StatsReader(store, dashboard.Clock), new DetailsReader(store), dashboard.Clock));
        return Render<DetailsDialog>(parameters => parameters
            .Add(p => p.View, dashboard.View)
            .Add(p => p.Query, DashboardQuery.Default)
            .Add(p => p.Dimension, dimension)
            .Add(p => p.Url, query => query.Url("/here")));
    }
}
