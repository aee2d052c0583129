using Microsoft.Playwright;

namespace BlazorTracking.Benchmarks;

/// <summary>Chromium as the owner of the measured sites uses it.</summary>
internal static class SignedInBrowser
{
    private static string Program { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } configured ? configured : "/usr/bin/chromium";

    public static bool IsInstalled => File.Exists(Program);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });

    public static async Task<IBrowserContext> SignInAsync(this IBrowser browser, ServerProcess server, BenchmarkSeed seed)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = server.Address.AbsoluteUri });
        var page = await context.NewPageAsync();
        await page.GotoAsync(AppUrls.SignIn);
        await page.FillAsync("[name='Input.Email']", seed.Email);
        await page.FillAsync("[name='Input.Password']", seed.Password);
        await page.ClickAsync("button[type=submit]:has-text('Sign in')");
        await page.WaitForURLAsync(url => !url.Contains(AppUrls.SignIn, StringComparison.Ordinal));
        await page.CloseAsync();
        return context;
    }
}
