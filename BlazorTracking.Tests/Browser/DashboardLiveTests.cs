using BlazorTracking.Tests.Browser.Pages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What an open dashboard does while visits arrive.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class DashboardLiveTests(BrowserFixture browser)
{
    private const string Newcomer = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36";

    // Counts the rows that are set in motion.
    private const string WatchMotion = """
        window.glides = 0;
        const animate = Element.prototype.animate;
        Element.prototype.animate = function (...what) {
          if (this.matches('.breakdown li')) glides++;
          return animate.apply(this, what);
        };
        """;

    // What moved by itself, as the browser scores it: 0 is nothing.
    private const string WatchShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => {
          for (const shift of list.getEntries()) if (!shift.hadRecentInput) shifted += shift.value;
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    [BrowserFact]
    public async Task A_paused_feed_stands_still_while_numbers_and_title_move_and_shows_afterwards_what_it_missed()
    {
        var (owner, site) = await OpenAsync("pause@example.com");
        await using var context = await owner.OpenAsync();
        var (page, dashboard) = await ShowAsync(context, site);
        await Assertions.Expect(page).ToHaveTitleAsync("(3) Tea shop · BlazorTracking");
        await Assertions.Expect(dashboard.Feed.First).ToContainTextAsync("Chrome · Desktop");

        await dashboard.Pause.ClickAsync();
        await Assertions.Expect(dashboard.Resume).ToBeVisibleAsync();
        await SendAsync(owner, site, "/paused");

        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("4");
        await Assertions.Expect(page).ToHaveTitleAsync("(4) Tea shop · BlazorTracking");
        await Assertions.Expect(dashboard.Row("Pages", "/paused")).ToBeVisibleAsync();
        await Assertions.Expect(dashboard.Feed.First).Not.ToContainTextAsync("/paused");

        await dashboard.Resume.ClickAsync();
        await Assertions.Expect(dashboard.Feed.First).ToContainTextAsync("/paused");
    }

    [BrowserTheory]
    [InlineData(ReducedMotion.NoPreference, true)]
    [InlineData(ReducedMotion.Reduce, false)]
    public async Task Rows_glide_to_their_new_places_unless_stillness_was_asked_for(ReducedMotion motion, bool glides)
    {
        var (owner, site) = await OpenAsync($"motion-{motion}@example.com");
        await using var context = await owner.OpenAsync(new() { ReducedMotion = motion });
        await context.AddInitScriptAsync(WatchMotion);
        var (page, dashboard) = await ShowAsync(context, site);
        var first = dashboard.Panel("Pages").Locator("li").First;
        await Assertions.Expect(first.Locator(".breakdown-label")).ToHaveTextAsync("/");
        await page.EvaluateAsync("window.glides = 0");

        await SendAsync(owner, site, "/green-tea");

        await Assertions.Expect(first).ToContainTextAsync("/green-tea");
        Assert.Equal(glides, await page.EvaluateAsync<bool>("glides > 0"));
    }

    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Nothing_moves_when_the_figures_arrive(int width)
    {
        var (owner, site) = await OpenAsync($"still-{width}@example.com");
        await using var context = await owner.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await context.AddInitScriptAsync(WatchShifts);
        var (page, dashboard) = await ShowAsync(context, site);
        await Assertions.Expect(dashboard.Feed.First).ToBeVisibleAsync();

        await SendAsync(owner, site, "/late");
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("4");

        Assert.InRange(await page.EvaluateAsync<double>("shifted"), 0, 0.05);
    }

    [BrowserFact]
    public async Task A_connection_that_is_cut_is_taken_up_again_and_the_page_has_what_it_missed()
    {
        var (owner, site) = await OpenAsync("cut@example.com");
        await using var context = await owner.OpenAsync();
        await using var connection = await CutConnection.OfAsync(context);
        var (page, dashboard) = await ShowAsync(context, site);
        await page.EvaluateAsync("window.isTheSamePage = true");

        await connection.CutAsync();
        await Assertions.Expect(page.GetByText("Connection lost. Trying again…")).ToBeVisibleAsync();
        await SendAsync(owner, site, "/missed");
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("3");
        connection.Mend();

        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("4");
        await Assertions.Expect(dashboard.Row("Pages", "/missed")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Connection lost. Trying again…")).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
    }

    private static Task SendAsync(SiteOwner owner, OwnedSite site, string path) =>
        SampleTraffic.SendAsync(owner.Server, site.Id, Newcomer, new { url = "https://tea.example" + path });

    private async Task<(SiteOwner Owner, OwnedSite Site)> OpenAsync(string email)
    {
        var owner = await SiteOwner.RegisterAsync(browser, email);
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        return (owner, site);
    }

    private static async Task<(IPage Page, DashboardPage Dashboard)> ShowAsync(IBrowserContext context, OwnedSite site)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.DashboardUrl);
        await page.SettleAsync();
        var dashboard = new DashboardPage(page);
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("3");
        return (page, dashboard);
    }
}
