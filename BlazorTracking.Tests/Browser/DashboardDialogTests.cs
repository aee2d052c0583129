using System.Text.RegularExpressions;
using BlazorTracking.Tests.Browser.Pages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What opens over the dashboard and what filters it, the way its readers use it.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class DashboardDialogTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Details_open_by_a_link_are_searched_downloaded_and_closed_by_the_keyboard()
    {
        var (owner, site) = await OpenAsync("details@example.com");
        await using var context = await owner.OpenAsync();
        var troubles = new PageTroubles(context);
        var page = await ShowAsync(context, site);
        var dashboard = new DashboardPage(page);

        var dialog = await dashboard.OpenDetailsAsync("Pages");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("details=page$"));
        await Assertions.Expect(dialog.Rows).ToHaveCountAsync(3);
        await dialog.Heading("Page").ClickAsync();
        await Assertions.Expect(dialog.Rows.First).ToContainTextAsync("/");
        await dialog.Search.FillAsync("TEA");
        await Assertions.Expect(dialog.Rows).ToHaveCountAsync(1);

        var download = await page.RunAndWaitForDownloadAsync(() => dialog.Download.ClickAsync());
        Assert.Equal("page.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal("Page,Visitors,Share,Sessions,Bounce rate,Visit time in seconds", lines[0]);
        Assert.StartsWith("/green-tea,3,1,", Assert.Single(lines[1..]), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog.Root).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync(site.DashboardUrl);
        Assert.Empty(troubles.Found);
    }

    [BrowserFact]
    public async Task A_row_of_the_details_filters_and_the_back_button_takes_it_away()
    {
        var (owner, site) = await OpenAsync("row@example.com");
        await using var context = await owner.OpenAsync();
        var page = await ShowAsync(context, site);
        var dashboard = new DashboardPage(page);

        var dialog = await dashboard.OpenDetailsAsync("Pages");
        await dialog.Root.GetByRole(AriaRole.Link, new() { Name = "/green-tea" }).ClickAsync();
        await Assertions.Expect(dialog.Root).ToHaveCountAsync(0);
        await Assertions.Expect(dashboard.Filters).ToHaveTextAsync(["Page is /green-tea"]);

        await page.GoBackAsync();

        await Assertions.Expect(dashboard.Filters).ToHaveCountAsync(0);
        await Assertions.Expect(dialog.Root).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_filter_of_several_values_is_added_changed_and_linked()
    {
        var (owner, site) = await OpenAsync("filter@example.com");
        await using var context = await owner.OpenAsync();
        var troubles = new PageTroubles(context);
        var page = await ShowAsync(context, site);
        var dashboard = new DashboardPage(page);

        var dialog = new FilterDialog(page);
        await page.PressAsync("/", dialog.Root);
        await dialog.ChooseAsync("Page", "is not");
        await dialog.Typed.FillAsync("green");
        await Assertions.Expect(dialog.Suggestions).ToHaveCountAsync(1);
        await dialog.Typed.PressAsync("Enter");
        await Assertions.Expect(dialog.Values).ToHaveTextAsync(["/green-tea"]);
        await dialog.Typed.FillAsync("check");
        await Assertions.Expect(dialog.Suggestions).ToHaveCountAsync(1);
        await dialog.Typed.PressAsync("Enter");
        await Assertions.Expect(dialog.Values).ToHaveCountAsync(2);
        await dialog.ApplyAsync();

        await Assertions.Expect(dashboard.Filters).ToHaveTextAsync(["Page is not /green-tea or /checkout"]);
        await Assertions.Expect(dashboard.Number("Page views")).ToHaveTextAsync("3");

        await dashboard.Filters.First.ClickAsync();
        await dialog.ChooseAsync("Page", "contains");
        await dialog.ApplyAsync();
        await Assertions.Expect(dashboard.Filters).ToHaveTextAsync(["Page contains /green-tea or /checkout"]);
        await Assertions.Expect(dashboard.Number("Page views")).ToHaveTextAsync("6");

        var linked = await context.NewPageAsync();
        await linked.GotoAsync(page.Url);
        await Assertions.Expect(new DashboardPage(linked).Filters).ToHaveTextAsync(["Page contains /green-tea or /checkout"]);
        await Assertions.Expect(new DashboardPage(linked).Number("Page views")).ToHaveTextAsync("6");
        Assert.Empty(troubles.Found);
    }

    [BrowserFact]
    public async Task A_segment_is_saved_and_applied_elsewhere_and_the_back_button_undoes_it()
    {
        var (owner, site) = await OpenAsync("segment@example.com");
        await using var context = await owner.OpenAsync();
        var troubles = new PageTroubles(context);
        var page = await ShowAsync(context, site, "?filter=page:is:/green-tea&filter=browser:is:Firefox");
        var segments = await new DashboardPage(page).OpenSegmentsAsync();
        await segments.SaveAsync("Tea by fox");

        var other = await ShowAsync(context, site);
        var dashboard = new DashboardPage(other);
        segments = await dashboard.OpenSegmentsAsync();
        await segments.Segments.GetByText("Tea by fox").ClickAsync();

        await Assertions.Expect(dashboard.Filters).ToHaveTextAsync(["Page is /green-tea", "Browser is Firefox"]);
        await Assertions.Expect(dashboard.Number("Page views")).ToHaveTextAsync("1");
        await Assertions.Expect(segments.Segments).ToHaveCountAsync(0);
        await other.GoBackAsync();
        await Assertions.Expect(dashboard.Filters).ToHaveCountAsync(0);
        Assert.Empty(troubles.Found);
    }

    [BrowserFact]
    public async Task Properties_of_events_are_listed_filter_and_have_details()
    {
        var (owner, site) = await OpenAsync("properties@example.com");
        await using var context = await owner.OpenAsync();
        var troubles = new PageTroubles(context);
        var page = await ShowAsync(context, site);
        var dashboard = new DashboardPage(page);

        await dashboard.ChooseAsync("Events", "Properties");
        await dashboard.Row("Events", "plan: 1").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(dashboard.Filters).ToHaveTextAsync(["Property is plan: 1"]);
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("1");
        await Assertions.Expect(dashboard.Panel("Events").Locator("li")).ToHaveCountAsync(1);

        await page.GoBackAsync();
        await Assertions.Expect(dashboard.Panel("Events").Locator("li")).ToHaveCountAsync(3);
        var dialog = await dashboard.OpenDetailsAsync("Events");
        await Assertions.Expect(dialog.Rows).ToHaveCountAsync(3);
        await dialog.Search.FillAsync("plan: 2");
        await Assertions.Expect(dialog.Rows).ToContainTextAsync(["plan: 2"]);
        Assert.Empty(troubles.Found);
    }

    [BrowserFact]
    public async Task The_map_is_walked_by_keys_filters_by_country_and_lights_up_where_a_visit_arrives()
    {
        var (owner, site) = await OpenAsync("map@example.com");
        await SampleTraffic.SendPageViewAsync(owner.Server, site.Id, "/", SampleTraffic.Japan);
        await using var context = await owner.OpenAsync();
        var troubles = new PageTroubles(context);
        var page = await ShowAsync(context, site);
        var map = page.Locator(".map");
        var japan = map.GetByRole(AriaRole.Link, new() { Name = "Japan" });

        await japan.FocusAsync();
        await Assertions.Expect(map.Locator(".map-tip")).ToContainTextAsync("Japan1 visitor · 25%");
        var lit = map.Locator(".map-light").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await SampleTraffic.SendPageViewAsync(owner.Server, site.Id, "/tokyo", SampleTraffic.Japan);
        await lit;
        await japan.PressAsync("Enter");

        await Assertions.Expect(new DashboardPage(page).Filters).ToHaveTextAsync(["Country is Japan"]);
        await Assertions.Expect(japan).ToHaveAttributeAsync("aria-current", "true");
        Assert.Empty(troubles.Found);
    }

    private async Task<(SiteOwner Owner, OwnedSite Site)> OpenAsync(string email)
    {
        var owner = await SiteOwner.RegisterAsync(browser, email);
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        return (owner, site);
    }

    private static async Task<IPage> ShowAsync(IBrowserContext context, OwnedSite site, string query = "")
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.DashboardUrl + query);
        await page.SettleAsync();
        await Assertions.Expect(page.Locator(".panel-details").First).ToBeVisibleAsync();
        return page;
    }
}
