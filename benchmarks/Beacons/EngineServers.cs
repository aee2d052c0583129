using BlazorTracking.Features.Visits;

namespace BlazorTracking.Benchmarks;

/// <summary>The servers of a run; end with it.</summary>
internal sealed class EngineServers : IAsyncDisposable
{
    private readonly List<EngineServer> _servers = [];

    public IReadOnlyList<EngineServer> All => _servers;

    public async Task StartAsync(VisitEngine engine, string checkout) => _servers.Add(await EngineServer.StartAsync(engine, checkout));

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }
}
