using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BlazorTracking.Tests.Data;

public abstract class MigrationTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly DateTimeOffset _morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

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
    public async Task Of_the_visits_that_were_there_the_first_of_each_visitor_and_page_is_marked()
    {
        await using var context = Database.CreateContext();
        context.Visits.AddRange(new VisitBuilder(1, TimeZoneInfo.Utc)
            .PageView("Ada", _morning, "/a")
            .PageView("Ada", _morning.AddMinutes(1), "/b")
            .PageView("Ada", _morning.AddMinutes(2), "/a")
            .Event("Ada", _morning.AddMinutes(3), "Signup", "/c")
            .PageView("Ben", _morning.AddMinutes(4), "/a")
            .Visits);
        await context.SaveChangesAsync();
        var migrations = context.Database.GetMigrations().ToList();

        await context.GetService<IMigrator>().MigrateAsync(migrations[migrations.FindIndex(name => name.EndsWith("_PageVisitors", StringComparison.Ordinal)) - 1]);
        await context.Database.MigrateAsync();

        Assert.Equal([1, 1, 0, 0, 1], await context.Visits.OrderBy(visit => visit.OccurredAt).Select(visit => visit.NewPageVisitor).ToListAsync());
        await context.Visits.ExecuteDeleteAsync();
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
