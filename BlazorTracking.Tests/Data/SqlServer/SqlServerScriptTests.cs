using BlazorTracking.Data;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BlazorTracking.Tests.Data.SqlServer;

/// <summary>The T-SQL of the migrations, without a server.</summary>
public sealed class SqlServerScriptTests : IDisposable
{
    private readonly TrackingDbContext _context = OfflineContext.Create(DatabaseProvider.SqlServer);

    [Fact]
    public void The_migrations_from_an_empty_database_are_valid() =>
        TSql.AssertParses(Migrator.GenerateScript());

    [Fact]
    public void The_migrations_from_any_state_are_valid() =>
        TSql.AssertParses(Migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));

    [Fact]
    public void The_way_back_of_the_migrations_is_valid() =>
        TSql.AssertParses(Migrator.GenerateScript(fromMigration: _context.Database.GetMigrations().Last(), toMigration: Migration.InitialDatabase));

    [Fact]
    public void Invalid_sql_is_seen() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TSql.AssertParses("SELECT FROM WHERE"));

    public void Dispose() => _context.Dispose();

    private IMigrator Migrator => _context.GetService<IMigrator>();
}
