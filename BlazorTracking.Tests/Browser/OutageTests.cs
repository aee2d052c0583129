using BlazorTracking.Tests.Browser.Pages;
using BlazorTracking.Tests.Infrastructure;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What an open page does when its server is gone and comes back.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class OutageTests(BrowserFixture browser)
{
    private static readonly string[] _settings = ["--Accounts:PasswordIterations=1000", "--Accounts:AttemptLimitPerMinute=0"];

    [BrowserFact]
    public async Task An_open_dashboard_says_quietly_that_the_connection_is_lost_and_has_the_right_numbers_afterwards_by_itself()
    {
        using var data = new TemporaryDirectory();
        await using var before = await ServerProcess.StartAsync(data.FullName, _settings);
        var owner = await SiteOwner.RegisterAsync(browser, before, "outage@example.com");
        var site = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(before, site.Id);
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.DashboardUrl);
        var dashboard = new DashboardPage(page);
        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("3");
        var line = page.GetByText("Connection lost. Trying again…");
        await Assertions.Expect(line).ToBeHiddenAsync();

        await before.KillAsync();

        await Assertions.Expect(line).ToBeVisibleAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"outage-{scheme}.png".ToLowerInvariant()) });
            Assert.Empty((await page.RunAxe()).Violations);
        }

        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("3");

        await using var after = await ServerProcess.StartAsync(data.FullName, [$"--urls={before.Address.AbsoluteUri}", .. _settings]);
        await SampleTraffic.SendAsync(
            after, site.Id, "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36", new { url = "https://tea.example/after" });

        await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync("4");
        await Assertions.Expect(dashboard.Row("Pages", "/after")).ToBeVisibleAsync();
        await Assertions.Expect(line).ToBeHiddenAsync();
    }
}
