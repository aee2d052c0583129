using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser.Script;

/// <summary>A browser, a site, and a receiver of what the tracking script sends from the site's pages.</summary>
[Collection(nameof(BrowserSuite))]
public abstract class TrackedPageTests(BrowserFixture browser) : IAsyncLifetime
{
    /// <summary>Sent by <see cref="SendLastAsync"/>: what arrives before it is all there was.</summary>
    protected const string Last = "Last";

    private IBrowserContext? _context;

    internal BeaconReceiver Receiver { get; private set; } = null!;

    internal ForeignSite Site { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Receiver = await BeaconReceiver.StartAsync();
        Site = await ForeignSite.StartAsync();
        _context = await browser.OpenAsync(new() { Locale = "de-DE", ViewportSize = new() { Width = 800, Height = 600 }, ScreenSize = new() { Width = 1440, Height = 900 } });
        Page = await _context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await _context!.DisposeAsync();
        await Site.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    protected Task SendLastAsync() => Page.EvaluateAsync($"blazorTracking('{Last}')");

    /// <summary>A beacon that the page sends itself, for pages where the tracking script sends none.</summary>
    protected Task SendLastWithoutScriptAsync() =>
        Page.EvaluateAsync("async url => fetch(url, { method: 'POST', body: '{\"event\":\"Last\"}', mode: 'no-cors' })", $"{Receiver.Origin}/sites/1/visit");
}
