using BlazorTracking.Features.Visits;
using LinqToDB;
using LinqToDB.DataProvider.SqlServer;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Data.SqlServer;

public sealed class SqlServerTrackingDbContext(DbContextOptions<SqlServerTrackingDbContext> options) : TrackingDbContext(options)
{
    // The server's default ignores case: two paths that differ in it are two pages, as on every other engine.
    private const string Ordinal = "Latin1_General_BIN2";

    /// <summary>The provider, and the T-SQL that linq2db writes: that of SQL Server 2016, so that no version is asked for at run time.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(connectionString, server => server.EnableRetryOnFailure())
        .UseLinqToDB(linq => linq.AddCustomOptions(custom => custom.UseDataProvider(
            SqlServerTools.GetDataProvider(SqlServerVersion.v2016, SqlServerProvider.MicrosoftDataSqlClient))));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Visit>(visits =>
        {
            // The id is random: rows are laid down by site and time instead.
            visits.HasKey(visit => visit.Id).IsClustered(false);
            visits.HasIndex(visit => new { visit.SiteId, visit.OccurredAt }).IsClustered();
            foreach (var text in visits.Metadata.GetProperties().Where(property => property.ClrType == typeof(string)))
            {
                text.SetCollation(Ordinal);
            }
        });
    }
}
