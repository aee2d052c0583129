using System.Net.Http.Headers;
using BlazorTracking.Features.Visits;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Sends beacons as a browser would and reads what was stored.</summary>
public static class BeaconClient
{
    public const string UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36";

    public static HttpClient CreateBrowser(this AppFactory app, string userAgent = UserAgent)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.UserAgent.Clear();
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        return client;
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, int siteId, string json, string contentType = "text/plain") =>
        client.PostBytesAsync(siteId, System.Text.Encoding.UTF8.GetBytes(json), contentType);

    public static async Task<HttpResponseMessage> PostBytesAsync(this HttpClient client, int siteId, byte[] body, string contentType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await client.PostAsync($"/sites/{siteId}/visit", content);
    }

    public static Task<HttpResponseMessage> GetBeaconAsync(this HttpClient client, int siteId, params (string Name, string Value)[] fields) =>
        client.GetAsync($"/sites/{siteId}/visit?{string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))}");

    /// <summary>The visits of a site in the order in which they occurred.</summary>
    public static Task<List<Visit>> ReadVisitsAsync(this AppFactory app, int siteId) =>
        app.Services.GetRequiredService<IVisitStore>().QueryAsync(
            (visits, token) => visits.Where(visit => visit.SiteId == siteId).OrderBy(visit => visit.OccurredAt).ToListAsync(token),
            CancellationToken.None);
}
