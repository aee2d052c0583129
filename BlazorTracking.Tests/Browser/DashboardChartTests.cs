using System.Text.RegularExpressions;
using BlazorTracking.Tests.Browser.Pages;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What the chart draws, against what, in which intervals, and how it is read.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class DashboardChartTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task It_draws_the_number_that_is_clicked_and_tells_it_under_the_pointer_by_keys_and_in_a_table()
    {
        await using var context = await OpenAsync("chart@example.com");
        var (page, controls) = await OpenAsync(context, "?range=today");

        await controls.Metric("Page views").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("metric=views"));
        await Assertions.Expect(controls.Chart).ToHaveAccessibleNameAsync(new Regex("^Page views over time"));

        await controls.Chart.HoverAsync();
        await Assertions.Expect(controls.Tooltip).ToContainTextAsync("page views");
        await page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(controls.Tooltip).ToBeHiddenAsync();
        await controls.Chart.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(controls.Chart).ToHaveAttributeAsync("aria-valuenow", "1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Table", Exact = true }).ClickAsync();
        await Assertions.Expect(controls.Table).ToBeVisibleAsync();
        await Assertions.Expect(controls.Table.GetByRole(AriaRole.Columnheader, new() { Name = "Page views" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_it_is_compared_with_is_a_second_line_that_can_be_chosen()
    {
        await using var context = await OpenAsync("compare@example.com");
        var (page, controls) = await OpenAsync(context, "?range=7d");
        await Assertions.Expect(controls.PreviousLine).ToHaveAttributeAsync("d", new Regex("^M"));

        await controls.ChooseAsync(controls.Comparison, "Same period last year");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("compare=year"));
        await Assertions.Expect(controls.PreviousLine).ToHaveAttributeAsync("d", new Regex("^M"));

        await controls.ChooseAsync(controls.Comparison, "No comparison");
        await Assertions.Expect(controls.PreviousLine).ToHaveAttributeAsync("d", "");

        await controls.Comparison.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"compare=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d"));
        await Assertions.Expect(controls.PreviousLine).ToHaveAttributeAsync("d", new Regex("^M"));
    }

    [BrowserTheory]
    [InlineData("today", "Minutes")]
    [InlineData("7d", "Hours")]
    [InlineData("12mo", "Weeks")]
    [InlineData("90d", "Months")]
    public async Task It_is_drawn_in_the_chosen_intervals(string range, string interval)
    {
        await using var context = await OpenAsync($"interval-{range}@example.com");
        var (page, controls) = await OpenAsync(context, $"?range={range}");

        await controls.ChooseAsync(controls.Interval, interval);

        await Assertions.Expect(controls.Interval).ToHaveAccessibleNameAsync($"Interval: {interval}");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"interval={interval[..^1].ToLowerInvariant()}"));
    }

    private static async Task<(IPage Page, DashboardControls Controls)> OpenAsync(SiteContext site, string query)
    {
        var page = await site.Context.NewPageAsync();
        await page.GotoAsync(site.Url + query);
        await page.SettleAsync();
        return (page, new DashboardControls(page));
    }

    private async Task<SiteContext> OpenAsync(string email)
    {
        var owner = await SiteOwner.RegisterAsync(browser, email);
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, site.Id);
        return new SiteContext(await owner.OpenAsync(), site.DashboardUrl);
    }

    private sealed record SiteContext(IBrowserContext Context, string Url) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }
}
