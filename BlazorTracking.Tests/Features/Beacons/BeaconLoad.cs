using System.Collections.Concurrent;
using System.Net;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>
/// Browsers that send page views as fast as they are answered. Each is a visitor of its own, each page has a path of
/// its own, and a page that was not acknowledged is sent again with the same id, as the tracking script does.
/// </summary>
public sealed class BeaconLoad(int siteId, int browsers)
{
    private readonly ConcurrentDictionary<string, byte> _acknowledged = new(StringComparer.Ordinal);
    private readonly int[] _nextPage = new int[browsers];

    /// <summary>The paths that were answered with 204.</summary>
    public IReadOnlyCollection<string> Acknowledged => [.. _acknowledged.Keys];

    public int AcknowledgedCount => _acknowledged.Count;

    public static string BrowserOf(string path) => path.Split('/')[1];

    /// <summary>Sends until the server is gone, or until <paramref name="stop"/> is cancelled.</summary>
    public Task SendAsync(Uri server, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, browsers).Select(browser => Task.Run(() => SendAsync(server, browser, stop), CancellationToken.None)));

    private async Task SendAsync(Uri server, int browser, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Mozilla/5.0 (X11; Linux x86_64; rv:{100 + browser}.0) Gecko/20100101 Firefox/{100 + browser}.0");
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var path = $"/browser{browser}/page{_nextPage[browser]}";
                using var answer = await client.PostJsonAsync(siteId, $$"""{"url":"https://example.org{{path}}","id":"{{path.Trim('/').Replace('/', '-')}}"}""");
                if (answer.StatusCode == HttpStatusCode.NoContent)
                {
                    _acknowledged[path] = 0;
                    _nextPage[browser]++;
                }
                else if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    throw new InvalidOperationException($"A beacon was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
                }
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone: what was on its way is sent again to the next.
        }
    }
}
