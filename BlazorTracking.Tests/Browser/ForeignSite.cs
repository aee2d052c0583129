using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Browser;

/// <summary>Somebody's web site: other origin, other site, pages as the test writes them.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly string _host;

    private ForeignSite(WebApplication server, string host)
    {
        _server = server;
        _host = host;
        server.MapGet("/{**path}", (HttpRequest request) => _pages.TryGetValue(request.Path, out var html)
            ? Results.Content(html, "text/html; charset=utf-8")
            : Results.NotFound());
    }

    /// <summary>Without a path.</summary>
    public string Origin => $"http://{_host}:{new Uri(_server.Urls.First()).Port}";

    /// <param name="host">Any name under <c>.example</c>, or a name of this machine.</param>
    public static async Task<ForeignSite> StartAsync(string host = "shop.example")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new ForeignSite(builder.Build(), host);
        await site._server.StartAsync();
        return site;
    }

    /// <summary>Publishes a page and gives its URL.</summary>
    public string Publish(string path, string head, string body = "")
    {
        _pages[path] = $"<!doctype html><html lang=en><head><meta charset=utf-8><title>{path}</title>{head}</head><body>{body}</body></html>";
        return Origin + path;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
