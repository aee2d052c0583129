using System.Text.RegularExpressions;
using BlazorTracking.Tests.Browser.Pages;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>
/// The program as it is started with <c>--demo</c>. The pictures of its dashboard are left in
/// <c>artifacts/screenshots</c>; the README shows two of them.
/// </summary>
[Collection(nameof(BrowserSuite))]
public sealed partial class DemonstrationTests(BrowserFixture browser) : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    private static string Screenshots { get; } = Path.Combine(Repository.Artifacts, "screenshots");

    [BrowserFact]
    public async Task The_demonstrations_dashboard_is_full_and_fits_a_desk_and_a_telephone_in_the_light_and_in_the_dark()
    {
        await using var server = await ServerProcess.StartAsync(_data.FullName, "--demo", "--Demo:Days=70", "--Accounts:PasswordIterations=1000");
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, AppUrls.SignInAndReturnTo(AppUrls.Sites)).AbsoluteUri);
        await new SignInPage(page).SignInAsync("demo@example.com", await File.ReadAllTextAsync(Path.Combine(_data.FullName, "demo-password.txt")));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(AppUrls.Sites + "$"));
        await page.Locator(".site-card").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(SiteUrl);
        var dashboard = new DashboardPage(page);

        foreach (var width in (int[])[1440, 768, 390])
        {
            await page.SetViewportSizeAsync(width, width == 390 ? 844 : width == 768 ? 1024 : 900);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await page.GotoAsync(page.Url);
                await page.SettleAsync();

                await Assertions.Expect(dashboard.Number("Visitors")).ToHaveTextAsync(Number);
                await Assertions.Expect(dashboard.Feed.First).ToBeVisibleAsync();
                Assert.Equal(0, await page.Locator(".panel-message").CountAsync());
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                await page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"dashboard-{scheme.ToString().ToLowerInvariant()}-{width}.png"), FullPage = width == 390 });
            }
        }
    }

    public void Dispose() => _data.Dispose();

    [GeneratedRegex(@"/sites/\d+")]
    private static partial Regex SiteUrl { get; }

    [GeneratedRegex(@"^[1-9]")]
    private static partial Regex Number { get; }
}
