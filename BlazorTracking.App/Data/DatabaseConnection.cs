using System.Data.Common;
using BlazorTracking.Operation;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Data;

/// <summary>The connection string of the configured database: <c>ConnectionStrings:Tracking</c>, or a SQLite file in the data directory.</summary>
public sealed class DatabaseConnection
{
    /// <exception cref="SettingException">The connection string is missing or cannot be read.</exception>
    public DatabaseConnection(IConfiguration configuration, IOptions<DatabaseOptions> options, DataDirectory directory)
    {
        Provider = options.Value.Provider;
        var configured = configuration.GetConnectionString("Tracking");
        if (Provider == DatabaseProvider.SqlServer)
        {
            var server = Read<SqlConnectionStringBuilder>(configured ?? "");
            ConnectionString = server.DataSource.Length > 0
                ? server.ConnectionString
                : throw new SettingException("Database:Provider is SqlServer, but ConnectionStrings:Tracking names no server.");
            Location = $"{server.InitialCatalog} on {server.DataSource}";
        }
        else
        {
            var file = string.IsNullOrWhiteSpace(configured)
                ? new SqliteConnectionStringBuilder { DataSource = directory.PathOf("tracking.db") }
                : Read<SqliteConnectionStringBuilder>(configured);
            ConnectionString = file.ConnectionString;
            Location = file.DataSource;
        }
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Where the database is, without a secret: a file, or a database and its server.</summary>
    public string Location { get; }

    // The reader's own message quotes what it did not understand, which may be half a password.
    private TBuilder Read<TBuilder>(string connectionString)
        where TBuilder : DbConnectionStringBuilder, new()
    {
        try
        {
            return new TBuilder { ConnectionString = connectionString };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SettingException($"ConnectionStrings:Tracking is not a connection string of {Provider}.", exception);
        }
    }
}
