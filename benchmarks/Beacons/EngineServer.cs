using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Benchmarks;

/// <summary>A server of its own, with its visits in one engine, and what is in its database.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly BenchmarkDirectory _directory;

    private EngineServer(string name, VisitEngine engine, BenchmarkDirectory directory, ServerProcess process, BenchmarkSeed seed) =>
        (Name, Engine, _directory, Process, Seed) = (name, engine, directory, process, seed);

    public string Name { get; }

    public VisitEngine Engine { get; }

    public ServerProcess Process { get; }

    public BenchmarkSeed Seed { get; }

    /// <param name="engine">What holds the visits.</param>
    /// <param name="checkout">The repository's folder, or that of another version, built before.</param>
    public static async Task<EngineServer> StartAsync(VisitEngine engine, string checkout)
    {
        var directory = new BenchmarkDirectory();
        var process = await ServerProcess.StartAppAsync(checkout, directory.FullName, engine);
        var name = checkout == ServerProcess.Root ? engine.ToString() : $"{engine} of {checkout}";
        return new EngineServer(name, engine, directory, process, await BenchmarkSeed.AddAsync(directory.FullName));
    }

    /// <summary>Ends the server, which alone may have the visits while it runs, and counts those of the load.</summary>
    public async Task<long> CountVisitsAsync()
    {
        await Process.KillAsync();
        var builder = WebApplication.CreateSlimBuilder([$"--Data:Directory={_directory.FullName}", $"--Visits:Engine={Engine}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddData();
        builder.AddVisits();
        await using var app = builder.Build();
        return await app.Services.GetRequiredService<IVisitStore>().QueryAsync(
            (visits, token) => visits.LongCountAsync(visit => visit.SiteId == Seed.LoadSiteId, token), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _directory.Dispose();
    }
}
