using BlazorTracking.Tests.Infrastructure;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>One browser and one server for all tests that drive a browser; each opens a profile of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Milliseconds that a test waits for what it expects: what fails is slow to fail, so that a busy machine fails nothing.</summary>
    private const float Patience = 120_000;

    private readonly TemporaryDirectory _data = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private ServerProcess? _server;

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
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        await context.AddInitScriptAsync(PageExtensions.MarkPrerendered);
        return context;
    }

    /// <summary>The program as its users run it, empty at first.</summary>
    public async Task<ServerProcess> ServerAsync() => _server ??= await ServerProcess.StartAsync(_data.FullName, "--Accounts:PasswordIterations=1000", "--Accounts:AttemptLimitPerMinute=0", "--Proxy:TrustedAddresses=127.0.0.1");

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _data.Dispose();
    }
}

[CollectionDefinition(nameof(BrowserSuite))]
public sealed class BrowserSuite : ICollectionFixture<BrowserFixture>;
