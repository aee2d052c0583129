using BlazorTracking.Data;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlazorTracking.Tests.Data.Sqlite;

public sealed class SqliteMigrationLockTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory _data = new();

    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_does_not_hold_up_the_next_start()
    {
        await using var app = Build();
        await app.PrepareDatabaseAsync();
        await using (var context = await ContextOf(app))
        {
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-01-01 00:00:00+00:00')");
        }

        await app.PrepareDatabaseAsync().WaitAsync(_patience);
    }

    [Fact]
    public async Task Two_starts_at_once_both_find_a_migrated_database()
    {
        await using var first = Build();
        await using var second = Build();

        await Task.WhenAll(Task.Run(first.PrepareDatabaseAsync), Task.Run(second.PrepareDatabaseAsync)).WaitAsync(_patience);

        await using var context = await ContextOf(second);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    private static Task<TrackingDbContext> ContextOf(WebApplication app) =>
        app.Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync();

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder([$"--Data:Directory={_data.FullName}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddData();
        return builder.Build();
    }
}
