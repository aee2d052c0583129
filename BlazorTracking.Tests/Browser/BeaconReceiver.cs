using System.Text.Json.Nodes;
using System.Threading.Channels;
using BlazorTracking.Features.Beacons.Script;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Browser;

/// <summary>What the tracking script sent.</summary>
internal sealed record ReceivedBeacon(int Site, string Method, string? ContentType, string? Referer, string? Cookie, JsonObject Fields)
{
    public string? this[string field] => Fields[field]?.GetValue<string>();

    public string? Event => this["event"];

    public string? Url => this["url"];

    public string? Referrer => this["referrer"];
}

/// <summary>The tracking script, served as the program serves it, and a beacon endpoint that remembers and answers what the test says.</summary>
internal sealed class BeaconReceiver : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _server;
    private readonly Channel<ReceivedBeacon> _received = Channel.CreateUnbounded<ReceivedBeacon>();
    private readonly Queue<int> _answers = new();

    private BeaconReceiver(WebApplication server)
    {
        _server = server;
        server.MapTrackingScript();
        server.MapMethods("/sites/{id:int}/visit", ["GET", "POST", "OPTIONS"], ReceiveAsync);
    }

    public string Origin => _server.Urls.First();

    public static async Task<BeaconReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new BeaconReceiver(builder.Build());
        await receiver._server.StartAsync();
        return receiver;
    }

    /// <summary>Answers the next beacons with these status codes, and those after them with 204.</summary>
    public void Answer(params int[] statusCodes)
    {
        lock (_answers)
        {
            foreach (var statusCode in statusCodes)
            {
                _answers.Enqueue(statusCode);
            }
        }
    }

    public string Snippet(int site = 1, string attributes = "defer") =>
        $"<script {attributes} src=\"{Origin}/track.js\" data-site=\"{site}\"></script>";

    /// <summary>The next beacon, in the order of their arrival.</summary>
    public async Task<ReceivedBeacon> NextAsync()
    {
        using var timeout = new CancellationTokenSource(_patience);
        return await _received.Reader.ReadAsync(timeout.Token);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpContext context, int id)
    {
        var request = context.Request;
        var fields = HttpMethods.IsPost(request.Method)
            ? (JsonObject)(await JsonNode.ParseAsync(request.Body))!
            : new JsonObject(request.Query.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Value.ToString())));
        var beacon = new ReceivedBeacon(id, request.Method, request.ContentType, request.Headers.Referer, request.Headers.Cookie, fields);
        await _received.Writer.WriteAsync(beacon);
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.StatusCode(NextAnswer());
    }

    private int NextAnswer()
    {
        lock (_answers)
        {
            return _answers.TryDequeue(out var statusCode) ? statusCode : StatusCodes.Status204NoContent;
        }
    }
}
