using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

internal static class PageExtensions
{
    /// <summary>Waits until nothing on the page is busy: what it shows is there.</summary>
    public static Task SettleAsync(this IPage page) =>
        page.WaitForFunctionAsync("() => document.readyState === 'complete' && !document.querySelector('[aria-busy=true]')");
}
