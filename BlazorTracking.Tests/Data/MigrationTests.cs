using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Tests.Data;

public abstract class MigrationTests(TestDatabase database) : DatabaseTests(database)
{
    [SkippableFact]
    public async Task An_empty_database_gets_every_migration()
    {
        await using var context = Database.CreateContext();

        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync());
    }

    [SkippableFact]
    public async Task A_migrated_database_is_left_as_it_is()
    {
        await using var context = Database.CreateContext();

        await context.Database.MigrateAsync();

        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [SkippableFact]
    public async Task Every_table_of_the_model_can_be_read()
    {
        await using var context = Database.CreateContext();

        Assert.False(await context.Users.AnyAsync());
        Assert.False(await context.Sites.AnyAsync());
        Assert.False(await context.AccountSessions.AnyAsync());
        Assert.False(await context.DailySalts.AnyAsync());
        Assert.False(await context.LedgerEntries.AnyAsync());
        Assert.False(await context.Visits.AnyAsync());
        Assert.False(await context.UserClaims.AnyAsync());
        Assert.False(await context.UserLogins.AnyAsync());
        Assert.False(await context.UserTokens.AnyAsync());
    }
}

public sealed class SqliteMigrationTests(SqliteDatabase database) : MigrationTests(database), IClassFixture<SqliteDatabase>;

public sealed class SqlServerMigrationTests(SqlServerDatabase database) : MigrationTests(database), IClassFixture<SqlServerDatabase>;
