using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Infrastructure.Circuits;

/// <summary>
/// A page that is open in a browser, without the browser: it asks for the page, starts its circuit and answers the
/// server as Blazor's script would, but draws nothing. So a hundred of them cost the machine little more than what the
/// server does for them.
/// </summary>
internal sealed partial class OpenCircuit : IAsyncDisposable
{
    private const int ObjectReference = 1;

    private readonly HubConnection _connection;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<RenderBatch> _onRender;
    private int _objects;

    private OpenCircuit(HubConnection connection, Action<RenderBatch> onRender)
    {
        _connection = connection;
        _onRender = onRender;
        connection.On<long, byte[]>("JS.RenderBatch", ConfirmAsync);
        connection.On<long, string, string?, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        connection.On<string>("JS.Error", error => Fail(new InvalidOperationException(error)));
        connection.Closed += exception =>
        {
            Fail(exception ?? new InvalidOperationException("The server closed the circuit."));
            return Task.CompletedTask;
        };
    }

    /// <summary>Never completes well; fails when the circuit does.</summary>
    public Task Failure => _failed.Task;

    /// <summary>Opens the page and calls <paramref name="onRender"/> with all that the server draws, one after the other.</summary>
    /// <param name="server">Where it listens.</param>
    /// <param name="path">Of the page.</param>
    /// <param name="cookies">Of who opens it.</param>
    /// <param name="onRender">Called on the connection's thread.</param>
    public static async Task<OpenCircuit> OpenAsync(Uri server, string path, CookieContainer cookies, Action<RenderBatch> onRender)
    {
        var url = new Uri(server, path);
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US");
        using var response = await client.GetAsync(url);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();

        var builder = new HubConnectionBuilder().WithUrl(new Uri(server, "/_blazor"), HttpTransportType.WebSockets, options =>
        {
            options.Cookies = cookies;
            options.Headers["Origin"] = server.GetLeftPart(UriPartial.Authority);
            options.Headers["Accept-Language"] = "en-US";
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var circuit = new OpenCircuit(builder.Build(), onRender);
        await circuit._connection.StartAsync();
        var state = State.Match(page).Groups["state"].Value;
        Assert.NotNull(await circuit._connection.InvokeAsync<string?>("StartCircuit", new Uri(server, "/").AbsoluteUri, url.AbsoluteUri, "[]", state));
        await circuit._connection.SendAsync("UpdateRootComponents", RootComponents(page), state);
        return circuit;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [GeneratedRegex("<!--Blazor:(?<marker>\\{.*?\\})-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Marker { get; }

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex State { get; }

    // What the page says of its interactive parts goes back to the server, which has signed it.
    private static string RootComponents(string page)
    {
        var operations = new JsonArray();
        foreach (Match match in Marker.Matches(page))
        {
            var marker = JsonNode.Parse(match.Groups["marker"].Value)!.AsObject();
            if ((string?)marker["type"] == "server")
            {
                operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
            }
        }

        Assert.NotEmpty(operations);
        return new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString();
    }

    private async Task ConfirmAsync(long batchId, byte[] batch)
    {
        _onRender(RenderBatch.Read(batch, TimeProvider.System.GetUtcNow()));
        await _connection.SendAsync("OnRenderCompleted", batchId, (string?)null);
    }

    // Scripts that are called give nothing, those that are imported give something to call.
    private async Task AnswerAsync(long handle, string function, string? arguments, int resultType, long target, int callType)
    {
        if (handle != 0)
        {
            object? result = resultType == ObjectReference ? new Dictionary<string, int>(StringComparer.Ordinal) { ["__jsObjectId"] = Interlocked.Increment(ref _objects) } : null;
            await _connection.SendAsync("EndInvokeJSFromDotNet", handle, true, JsonSerializer.Serialize(new[] { handle, true, result }));
        }
    }

    private void Fail(Exception exception) => _failed.TrySetException(exception);
}
