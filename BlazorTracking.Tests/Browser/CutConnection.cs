using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>The way between pages and their circuits, which can be cut while everything else goes on.</summary>
internal sealed class CutConnection : IAsyncDisposable
{
    private const string Circuits = "**/_blazor**";

    private readonly IBrowserContext _context;
    private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> _open = [];
    private bool _isCut;

    private CutConnection(IBrowserContext context) => _context = context;

    /// <summary>Of the pages that the context opens from now on.</summary>
    public static async Task<CutConnection> OfAsync(IBrowserContext context)
    {
        var connection = new CutConnection(context);
        await context.RouteWebSocketAsync(Circuits, connection.Pass);
        await context.RouteAsync(Circuits, connection.PassAsync);
        return connection;
    }

    public async Task CutAsync()
    {
        _isCut = true;
        foreach (var (page, server) in _open)
        {
            await page.CloseAsync();
            await server.CloseAsync();
        }

        _open.Clear();
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        _isCut = false;
        await _context.UnrouteAsync(Circuits);
    }

    private void Pass(IWebSocketRoute socket)
    {
        _open.Add((socket, socket.ConnectToServer()));
    }

    private Task PassAsync(IRoute route) => _isCut ? route.AbortAsync() : route.ContinueAsync();
}
