using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

internal static class PageExtensions
{
    /// <summary>
    /// Run in every page before its own scripts: marks what was rendered ahead of a circuit, which replaces it. Blazor's
    /// comments in the document say whether there will be one.
    /// </summary>
    public const string MarkPrerendered = """
        {
          let awaitsCircuit = false;
          new MutationObserver(changes => {
            awaitsCircuit ||= changes.some(change => [...change.addedNodes].some(node => node.nodeType === Node.COMMENT_NODE && node.data.startsWith('Blazor:{"type":"server"')));
          }).observe(document, { childList: true, subtree: true });
          addEventListener('DOMContentLoaded', () => {
            const main = document.querySelector('main');
            if (awaitsCircuit && main) main.isPrerendered = true;
          });
        }
        """;

    /// <summary>Presses a key until it does what is expected: the page hears keys only when a script of its own has come.</summary>
    public static async Task PressAsync(this IPage page, string key, ILocator expected)
    {
        for (var attempt = 1; ; attempt++)
        {
            await page.Keyboard.PressAsync(key);
            try
            {
                await expected.WaitForAsync(new() { Timeout = 2_000 });
                return;
            }
            catch (TimeoutException) when (attempt < 60)
            {
                // Not yet.
            }
        }
    }

    /// <summary>Waits until the page shows what it is about: its circuit has rendered it where it has one, and nothing is busy.</summary>
    public static Task SettleAsync(this IPage page) =>
        page.WaitForFunctionAsync("() => document.readyState === 'complete' && document.title && !document.querySelector('main')?.isPrerendered && !document.querySelector('[aria-busy=true]')");
}
