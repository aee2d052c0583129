using System.Text.RegularExpressions;
using BlazorTracking.Tests.Browser.Pages;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>Ranges, keys, goals, funnels and notes as a person uses them.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class DashboardControlsTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Keys_choose_ranges_step_through_them_and_are_listed_and_the_back_button_undoes_them()
    {
        var (owner, site) = await OwnerAsync("keys@example.com");
        await using var context = await owner.OpenAsync();
        var (page, controls) = await OpenAsync(context, site.DashboardUrl);

        await controls.PressUntilAsync("d", page.GetByRole(AriaRole.Button, new() { Name = "Range: Today" }));
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("range=yesterday$"));
        await page.GoBackAsync();
        await Assertions.Expect(controls.Range).ToHaveAccessibleNameAsync("Range: Today");

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(controls.Dialog).ToContainTextAsync("This month");
        // Keys are its own as soon as it has taken the focus.
        await Assertions.Expect(page.Locator("[role=dialog]:focus, [role=dialog]:focus-within").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(controls.Dialog).ToBeHiddenAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("range=today$"));
    }

    [BrowserFact]
    public async Task Who_types_presses_no_keys()
    {
        var (owner, site) = await OwnerAsync("typist@example.com");
        await using var context = await owner.OpenAsync();
        var (page, controls) = await OpenAsync(context, site.DashboardUrl);
        await controls.PressUntilAsync("d", page.GetByRole(AriaRole.Button, new() { Name = "Range: Today" }));

        await controls.Range.ClickAsync();
        await page.GetByLabel("From").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("Control+y");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("range=today$"));
    }

    [BrowserFact]
    public async Task Days_are_chosen_in_the_calendar_with_the_keyboard()
    {
        var (owner, site) = await OwnerAsync("calendar@example.com");
        await using var context = await owner.OpenAsync();
        var (page, controls) = await OpenAsync(context, site.DashboardUrl);
        var month = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(-1);
        var first = new DateOnly(month.Year, month.Month, 1);

        await controls.Range.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "The month before" }).ClickAsync();
        await controls.Day(first).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"range=custom&from={first.AddDays(1):yyyy-MM-dd}&to={first.AddDays(8):yyyy-MM-dd}$"));
    }

    [BrowserFact]
    public async Task Goals_and_funnels_that_are_added_are_counted_and_filter()
    {
        var (owner, site) = await OwnerAsync("goals@example.com");
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteGoals(site.Id)).AbsoluteUri);
        var goals = new GoalsPage(page);
        await goals.AddPageGoalAsync("/green*");
        await goals.AddFunnelAsync("Buy", "/green-tea", "/checkout");

        var (dashboard, _) = await OpenAsync(context, site.DashboardUrl);

        var goal = dashboard.GetByRole(AriaRole.Region, new() { Name = "Goals", Exact = true }).Locator("li");
        await Assertions.Expect(goal).ToHaveTextAsync(new Regex(@"Visit /green\*\s*3\s*3\s*100%"));
        await Assertions.Expect(dashboard.GetByRole(AriaRole.Region, new() { Name = "Funnels", Exact = true }).Locator("li").First).ToContainTextAsync("/green-tea");
        await Assertions.Expect(dashboard.GetByRole(AriaRole.Region, new() { Name = "Journeys", Exact = true }).Locator("select")).ToBeVisibleAsync();
        await goal.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(dashboard.GetByText("is like")).ToBeVisibleAsync();
        await Assertions.Expect(new DashboardPage(dashboard).Number("Page views")).ToHaveTextAsync("3");
    }

    [BrowserFact]
    public async Task A_note_is_marked_on_the_chart()
    {
        var (owner, site) = await OwnerAsync("notes@example.com");
        await using var context = await owner.OpenAsync();
        var (_, controls) = await OpenAsync(context, site.DashboardUrl);

        await controls.AddNoteAsync("Launch <b>day</b>");

        await Assertions.Expect(controls.Marks).ToHaveAccessibleNameAsync(new Regex(@"Launch <b>day</b>$"));
    }

    [BrowserFact]
    public async Task Lists_that_are_chosen_are_in_the_address_move_nothing_and_are_no_steps_of_the_back_button()
    {
        var (owner, site) = await OwnerAsync("lists@example.com");
        await using var context = await owner.OpenAsync();
        var (page, _) = await OpenAsync(context, site.DashboardUrl);
        var dashboard = new DashboardPage(page);

        await dashboard.ChooseAsync("Pages", "Exit");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("list=exitPage$"));
        await dashboard.Panel("Devices").ScrollIntoViewIfNeededAsync();
        var scrolled = await page.EvaluateAsync<double>("scrollY");
        await dashboard.ChooseAsync("Devices", "Device");
        await Assertions.Expect(dashboard.Row("Devices", "Desktop")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("list=exitPage&list=device$"));
        await Assertions.Expect(dashboard.Tab("Devices", "Device")).ToBeFocusedAsync();
        Assert.True(scrolled > 0);
        Assert.Equal(scrolled, await page.EvaluateAsync<double>("scrollY"));

        await dashboard.Row("Devices", "Desktop").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(dashboard.Filters).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Assertions.Expect(dashboard.Filters).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await page.SettleAsync();
        await Assertions.Expect(dashboard.Tab("Pages", "Exit")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(dashboard.Tab("Devices", "Device")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync("about:blank");
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Open_menus_calendar_and_dialogs_are_accessible(ColorScheme scheme, int width)
    {
        var (owner, site) = await OwnerAsync($"axe-{width}@example.com");
        await using var context = await owner.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var (page, controls) = await OpenAsync(context, site.DashboardUrl);

        foreach (var menu in (ILocator[])[controls.Range, controls.Comparison, controls.Interval])
        {
            await menu.ClickAsync();
            await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
            await AssertAccessibleAsync(page);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", "false");
        }

        await controls.AddNoteAsync("Launch");
        await controls.Marks.FocusAsync();
        await AssertAccessibleAsync(page);
        await controls.Notes.ClickAsync();
        await Assertions.Expect(controls.Dialog).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(controls.Dialog).ToBeHiddenAsync();
        await controls.PressUntilAsync("?", controls.Dialog);
        await AssertAccessibleAsync(page);
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Goals_with_errors_are_accessible(ColorScheme scheme, int width)
    {
        var (owner, site) = await OwnerAsync($"errors-{width}@example.com");
        await using var context = await owner.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.SiteGoals(site.Id)).AbsoluteUri);
        var goals = new GoalsPage(page);
        await goals.AddPageGoalAsync("/thanks");

        await goals.Goals.GetByRole(AriaRole.Button, new() { Name = "Add goal" }).ClickAsync();
        await goals.Funnels.GetByRole(AriaRole.Button, new() { Name = "Add funnel" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Give the funnel a name.")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
    }

    [BrowserFact]
    public async Task Nothing_is_wider_than_a_narrow_screen()
    {
        var (owner, site) = await OwnerAsync("narrow@example.com");
        await using var context = await owner.OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        var (page, controls) = await OpenAsync(context, site.DashboardUrl);

        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await controls.Range.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join(Environment.NewLine, result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(5).Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}"))}")));
    }

    private static async Task<(IPage Page, DashboardControls Controls)> OpenAsync(IBrowserContext context, string url)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        await page.SettleAsync();
        return (page, new DashboardControls(page));
    }

    private async Task<(SiteOwner Owner, OwnedSite Site)> OwnerAsync(string email)
    {
        var owner = await SiteOwner.RegisterAsync(browser, email);
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        return (owner, site);
    }
}
