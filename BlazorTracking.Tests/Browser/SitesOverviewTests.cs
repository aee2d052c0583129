using BlazorTracking.Tests.Infrastructure;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>All sites at a glance. Leaves pictures of the page in artifacts/screenshots.</summary>
[Collection(nameof(BrowserSuite))]
public sealed class SitesOverviewTests(BrowserFixture browser)
{
    private static readonly int[] _widths = [320, 390, 1440];

    [BrowserFact]
    public async Task The_busiest_site_comes_first_a_pinned_one_before_it_and_no_width_has_to_be_scrolled_sideways()
    {
        var owner = await SiteOwner.RegisterAsync(browser, "overview@example.com");
        await owner.AddSiteAsync("https://quiet.example", "A quiet shop");
        var busy = await owner.AddSiteAsync("https://tea.example", "Tea shop");
        await SampleTraffic.SendAsync(owner.Server, busy.Id);
        await using var context = await owner.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(owner.Server.Address, AppUrls.Sites).AbsoluteUri);
        await page.SettleAsync();
        var names = page.Locator(".site-card h2");
        await Assertions.Expect(names).ToHaveTextAsync(["Tea shop", "A quiet shop"]);

        // By the keyboard: it moves when the focus has left.
        var pin = page.GetByRole(AriaRole.Button, new() { Name = "Pin A quiet shop" });
        await pin.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(pin).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(names).ToHaveTextAsync(["Tea shop", "A quiet shop"]);
        await page.GetByLabel("Search sites").FocusAsync();
        await Assertions.Expect(names).ToHaveTextAsync(["A quiet shop", "Tea shop"]);

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var width in _widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"sites-{scheme}-{width}.png".ToLowerInvariant()) });
                Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
            }
        }

        // The order is kept.
        await page.ReloadAsync();
        await page.SettleAsync();
        await Assertions.Expect(names).ToHaveTextAsync(["A quiet shop", "Tea shop"]);
    }
}
