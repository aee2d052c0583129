using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Data;

/// <summary>The connection string of the configured database: <c>ConnectionStrings:Tracking</c>, or a SQLite file in the data directory.</summary>
public sealed class DatabaseConnection(IConfiguration configuration, IOptions<DatabaseOptions> options, DataDirectory directory)
{
    public DatabaseProvider Provider => options.Value.Provider;

    public string ConnectionString { get; } = Resolve(configuration, options.Value.Provider, directory);

    private static string Resolve(IConfiguration configuration, DatabaseProvider provider, DataDirectory directory)
    {
        var configured = configuration.GetConnectionString("Tracking");
        if (provider == DatabaseProvider.SqlServer)
        {
            return string.IsNullOrWhiteSpace(configured)
                ? throw new InvalidOperationException("Database:Provider is SqlServer, but ConnectionStrings:Tracking is not set.")
                : configured;
        }

        return string.IsNullOrWhiteSpace(configured)
            ? new SqliteConnectionStringBuilder { DataSource = directory.PathOf("tracking.db") }.ConnectionString
            : configured;
    }
}
