using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using BlazorTracking.Data;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.ClickHouse;
using BlazorTracking.Features.Visits.DuckDb;
using Microsoft.Data.Sqlite;

namespace BlazorTracking.Benchmarks;

/// <summary>One engine with the generated visits in it; the program's own services over them.</summary>
internal sealed class BenchmarkStore : IAsyncDisposable
{
    private const int BatchSize = 20_000;

    // As the server moves visits from its journal under load: the file looks as it does there.
    private const int DuckDbBatchSize = 2_000;

    private readonly WebApplication _app;
    private readonly string _directory;

    private BenchmarkStore(WebApplication app, VisitEngine engine, string directory) => (_app, Engine, _directory) = (app, engine, directory);

    public VisitEngine Engine { get; }

    public StatsReader Reader => _app.Services.GetRequiredService<StatsReader>();

    /// <summary>Opens the engine in the options' folder, and fills it where that was not done before.</summary>
    public static async Task<BenchmarkStore> OpenAsync(QueryOptions options, VisitEngine engine)
    {
        var directory = Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"{engine}-{options.Visits}"));
        var store = new BenchmarkStore(await StartAsync(options, directory, engine), engine, directory);
        var done = Path.Combine(directory, "filled");
        if (!File.Exists(done))
        {
            await store.FillAsync(options.Visits);
            await store.DisposeAsync();
            await File.WriteAllTextAsync(done, "");
            store = new BenchmarkStore(await StartAsync(options, directory, engine), engine, directory);
        }

        if (engine != VisitEngine.ClickHouse)
        {
            Console.WriteLine(FormattableString.Invariant($"{engine}: {store.Bytes() / 1e6 / (options.Visits / 1e6):0.0} MB a million visits"));
        }

        return store;
    }

    /// <summary>A connection to the engine itself, past the program; to be opened.</summary>
    public DbConnection Connect() => Engine switch
    {
        VisitEngine.DuckDb => _app.Services.GetRequiredService<DuckDbFile>().Connect(),
        VisitEngine.ClickHouse => _app.Services.GetRequiredService<ClickHouseServer>().Client.CreateConnection(),
        _ => new SqliteConnection(_app.Services.GetRequiredService<DatabaseConnection>().ConnectionString),
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<WebApplication> StartAsync(QueryOptions options, string directory, VisitEngine engine)
    {
        var builder = WebApplication.CreateSlimBuilder(
        [
            $"--Data:Directory={directory}",
            $"--Visits:Engine={engine}",
            $"--ConnectionStrings:Visits={(engine == VisitEngine.ClickHouse ? options.ClickHouse : "")}",
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FixedClock(GeneratedVisits.End));
        builder.AddData();
        builder.AddVisits();
        builder.AddStats();
        var app = builder.Build();
        await app.PrepareDatabaseAsync();
        await app.PrepareVisitsAsync();
        return app;
    }

    private long Bytes() => new DirectoryInfo(_directory).EnumerateFiles(Engine == VisitEngine.Database ? "tracking.db*" : "visits.*").Sum(file => file.Length);

    private async Task FillAsync(int count)
    {
        var watch = Stopwatch.StartNew();
        var written = 0;
        using var checkpoints = new DuckDbCheckpoints(_app.Services.GetRequiredService<DuckDbFile>(), _app.Logger);
        foreach (var batch in GeneratedVisits.Create(count).Chunk(Engine == VisitEngine.DuckDb ? DuckDbBatchSize : BatchSize))
        {
            await AppendAsync(batch, checkpoints);
            written += batch.Length;
            if (written % 500_000 == 0)
            {
                await Console.Error.WriteLineAsync($"{Engine}: {written:N0} visits written");
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{Engine}: {count} visits written in {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private Task AppendAsync(Visit[] batch, DuckDbCheckpoints checkpoints)
    {
        if (Engine != VisitEngine.DuckDb)
        {
            return _app.Services.GetRequiredService<IVisitStore>().AppendAsync(batch, CancellationToken.None);
        }

        // As the store does it, but for the question whether one of them is stored already.
        using var connection = _app.Services.GetRequiredService<DuckDbFile>().Connect();
        using var transaction = connection.BeginTransaction();
        DuckDbVisitRows.Append(connection, batch);
        transaction.Commit();
        checkpoints.Note();
        return Task.CompletedTask;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
