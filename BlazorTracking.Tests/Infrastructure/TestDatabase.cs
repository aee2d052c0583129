using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>
/// An empty, migrated database of its own on one provider, wired as the program wires it, with the visits in one engine.
/// A subject that must behave alike on every provider, or on every engine, is an abstract test class over it with one
/// sealed subclass a provider or engine:
/// <code>
/// public abstract class SiteStoreTests(TestDatabase database) : DatabaseTests(database) { [SkippableFact] … }
/// public sealed class SqliteSiteStoreTests(SqliteDatabase database) : SiteStoreTests(database), IClassFixture&lt;SqliteDatabase&gt;;
/// public sealed class SqlServerSiteStoreTests(SqlServerDatabase database) : SiteStoreTests(database), IClassFixture&lt;SqlServerDatabase&gt;;
/// </code>
/// </summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("blazortracking-").FullName;
    private WebApplication? _app;
    private int _lastSiteId;

    public abstract DatabaseProvider Provider { get; }

    /// <summary>What holds the visits.</summary>
    public virtual VisitEngine Engine => VisitEngine.Database;

    /// <summary>Where the engine is, if not where it is by default.</summary>
    public virtual string VisitsConnectionString => "";

    /// <summary>Why this cannot be tested here; null where it can.</summary>
    public virtual string? SkipReason => null;

    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The database is not ready.");

    public IVisitStore Visits => Services.GetRequiredService<IVisitStore>();

    public string ConnectionString => Services.GetRequiredService<DatabaseConnection>().ConnectionString;

    public IDbContextFactory<TrackingDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>();

    public TrackingDbContext CreateContext() => Contexts.CreateDbContext();

    /// <summary>A site id that no other test of this database uses, so that tests do not see each other's visits.</summary>
    public int NextSiteId() => Interlocked.Increment(ref _lastSiteId);

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
        {
            return;
        }

        var connectionString = await CreateAsync(_directory);
        var builder = WebApplication.CreateSlimBuilder(
        [
            $"--Database:Provider={Provider}",
            $"--ConnectionStrings:Tracking={connectionString}",
            $"--Data:Directory={_directory}",
            $"--Visits:Engine={Engine}",
            $"--ConnectionStrings:Visits={VisitsConnectionString}",
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddData();
        builder.AddVisits();
        _app = builder.Build();
        await _app.PrepareDatabaseAsync();
        await _app.PrepareVisitsAsync();
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            await DropAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Creates the empty database and gives its connection string.</summary>
    protected abstract Task<string> CreateAsync(string directory);

    protected abstract Task DropAsync();
}
