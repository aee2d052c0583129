using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Browser;

/// <summary>A few visitors, so that no panel is empty.</summary>
internal static class SampleTraffic
{
    /// <summary>An address of Tokyo's university.</summary>
    public const string Japan = "133.11.0.1";

    private static readonly string[] _agents =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    ];

    private static readonly string[] _referrers = ["https://www.google.com/", "https://news.ycombinator.com/item?id=1", ""];

    private static readonly string[] _paths = ["/", "/green-tea", "/checkout?utm_source=newsletter&utm_medium=email&utm_campaign=spring"];

    public static Task SendPageViewAsync(ServerProcess server, int siteId, string path, string? address = null) =>
        SendAsync(server, siteId, _agents[0], new { url = "https://tea.example" + path, language = "en" }, address);

    public static async Task SendAsync(ServerProcess server, int siteId)
    {
        for (var visitor = 0; visitor < _agents.Length; visitor++)
        {
            foreach (var path in _paths.Skip(visitor).Concat(_paths.Take(visitor)))
            {
                await SendAsync(server, siteId, _agents[visitor], new { url = "https://tea.example" + path, referrer = _referrers[visitor], language = "de-DE", width = 1440 });
            }

            await SendAsync(server, siteId, _agents[visitor], new { url = "https://tea.example/checkout", @event = "Order", properties = new { plan = visitor.ToString(CultureInfo.InvariantCulture) } });
        }
    }

    /// <summary>Beacons that are not stored, each for another reason: not valid, of a robot, too large, sent again.</summary>
    public static async Task SendRefusedAsync(ServerProcess server, int siteId)
    {
        var visit = new { id = "sent-twice", url = "https://tea.example/" };
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(server, siteId, _agents[0], new { url = "" }));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(server, siteId, "Googlebot/2.1 (+http://www.google.com/bot.html)", visit));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(server, siteId, _agents[0], new { url = new string('x', 100_000) }));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(server, siteId, _agents[0], visit));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(server, siteId, _agents[0], visit));
    }

    /// <summary>One beacon, from the given address where there is one, as a proxy passes it on.</summary>
    public static async Task SendAsync(ServerProcess server, int siteId, string userAgent, object beacon, string? address = null) =>
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(server, siteId, userAgent, beacon, address));

    private static async Task<HttpStatusCode> PostAsync(ServerProcess server, int siteId, string userAgent, object beacon, string? address = null)
    {
        using var client = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, AppUrls.Beacon(siteId));
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (address is not null)
        {
            request.Headers.Add("X-Forwarded-For", address);
        }

        request.Content = new StringContent(JsonSerializer.Serialize(beacon), Encoding.UTF8, "application/json");

        using var response = await client.SendAsync(request);

        return response.StatusCode;
    }
}
