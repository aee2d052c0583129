using System.Collections.Concurrent;
using System.Net;

namespace BlazorTracking.Tests.Features.Live;

/// <summary>Page views of many visitors, so many a second whatever the server does, each answered with 204.</summary>
internal sealed class PacedBeacons(int siteId, int perSecond)
{
    private const string UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36";
    private const int Visitors = 5000;
    private const int Paths = 200;
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentQueue<(DateTimeOffset At, TimeSpan After)> _answers = new();

    /// <summary>When the first, the second, … visit was acknowledged.</summary>
    public IReadOnlyList<DateTimeOffset> Acknowledged => [.. _answers.Select(answer => answer.At).Order()];

    /// <summary>How long each answer took, from when it was its beacon's turn.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _answers.Select(answer => answer.After)];

    /// <summary>Sends for so long. A machine that cannot keep the pace sends as many as it can.</summary>
    /// <exception cref="InvalidOperationException">A beacon was refused.</exception>
    public async Task SendAsync(Uri server, TimeSpan duration)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = server };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        var begun = TimeProvider.System.GetTimestamp();
        var onTheirWay = new HashSet<Task>();
        using var timer = new PeriodicTimer(_tick);
        for (var sent = 0; TimeProvider.System.GetElapsedTime(begun) is var elapsed && elapsed < duration;)
        {
            var due = (int)(elapsed.TotalSeconds * perSecond);
            for (; sent < due && onTheirWay.Count < perSecond; sent++)
            {
                onTheirWay.Add(SendAsync(client, sent));
            }

            await timer.WaitForNextTickAsync();
            foreach (var answered in onTheirWay.Where(sending => sending.IsCompleted).ToList())
            {
                await answered;
                onTheirWay.Remove(answered);
            }
        }

        await Task.WhenAll(onTheirWay);
    }

    private async Task SendAsync(HttpClient client, int number)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var visitor = number % Visitors;
        using var request = new HttpRequestMessage(HttpMethod.Post, AppUrls.Beacon(siteId))
        {
            Content = new StringContent($$"""{"url":"https://example.org/page{{number % Paths}}","referrer":"https://search{{number % 17}}.example/"}"""),
        };
        request.Headers.Add("X-Forwarded-For", $"203.{visitor >> 8}.{visitor & 0xFF}.7");
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.NoContent)
        {
            throw new InvalidOperationException($"A beacon was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        _answers.Enqueue((TimeProvider.System.GetUtcNow(), TimeProvider.System.GetElapsedTime(begun)));
    }
}
