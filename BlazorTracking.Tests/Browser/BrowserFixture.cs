using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>One browser for all tests that need one; each opens a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>A browser profile that has been nowhere, with the user agent of a person's browser.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await Chromium.LaunchAsync(_playwright);
        options ??= new();

        // Headless Chromium names itself so, and is refused as a bot.
        options.UserAgent ??=
            $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{_browser.Version.Split('.')[0]}.0.0.0 Safari/537.36";
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return context;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

[CollectionDefinition(nameof(BrowserSuite))]
public sealed class BrowserSuite : ICollectionFixture<BrowserFixture>;
