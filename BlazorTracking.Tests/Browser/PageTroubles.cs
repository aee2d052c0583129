using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>What pages complain of: violations of the content policy, errors on the console, scripts that fail, dialogs nobody asked for.</summary>
internal sealed class PageTroubles
{
    private readonly ConcurrentQueue<string> _found = new();

    public PageTroubles(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" && !IsExpected(message))
            {
                _found.Enqueue($"{message.Page?.Url}: {message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => _found.Enqueue($"{error.Page?.Url}: {error.Error}");
        context.Dialog += async (_, dialog) =>
        {
            _found.Enqueue($"{dialog.Page?.Url}: a dialog says “{dialog.Message}”");
            await dialog.DismissAsync();
        };
    }

    public IReadOnlyCollection<string> Found => _found;

    /// <summary>Status codes of pages that the test asked for are the test's own matter.</summary>
    public Func<IConsoleMessage, bool> IsExpected { get; init; } = _ => false;
}
