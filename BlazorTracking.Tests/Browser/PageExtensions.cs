using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

internal static class PageExtensions
{
    /// <summary>Waits until the page shows what it is about: nothing is busy, and its title is there, which is written anew when the circuit starts.</summary>
    public static Task SettleAsync(this IPage page) =>
        page.WaitForFunctionAsync("() => document.readyState === 'complete' && document.title && !document.querySelector('[aria-busy=true]')");
}
