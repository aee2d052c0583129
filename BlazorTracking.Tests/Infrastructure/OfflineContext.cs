using BlazorTracking.Data;
using BlazorTracking.Data.Sqlite;
using BlazorTracking.Data.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>A context whose database is never reached: for what its model and its SQL say.</summary>
public static class OfflineContext
{
    public static TrackingDbContext Create(DatabaseProvider provider)
    {
        switch (provider)
        {
            case DatabaseProvider.SqlServer:
                var sqlServer = new DbContextOptionsBuilder<SqlServerTrackingDbContext>();
                SqlServerTrackingDbContext.Use(sqlServer, "Server=unreachable.invalid;Connect Timeout=1");
                return new SqlServerTrackingDbContext(sqlServer.Options);
            default:
                var sqlite = new DbContextOptionsBuilder<SqliteTrackingDbContext>();
                SqliteTrackingDbContext.Use(sqlite, "Data Source=/unreachable.invalid/unreachable.db");
                return new SqliteTrackingDbContext(sqlite.Options);
        }
    }
}
