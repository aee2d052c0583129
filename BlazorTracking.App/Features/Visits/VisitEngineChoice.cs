using BlazorTracking.Data;
using BlazorTracking.Operation;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visits;

/// <summary>
/// The engine that keeps the visits: the one that <c>Visits:Engine</c> names; without that setting the one that holds them
/// already, and in a new installation DuckDB beside SQLite, or SQL Server itself.
/// </summary>
public sealed class VisitEngineChoice(IOptions<VisitsOptions> options, DatabaseConnection database)
{
    private const VisitEngine Embedded = VisitEngine.DuckDb;

    // Not before it is asked for: a backup may be put back first.
    private readonly Lazy<VisitEngine> _engine = new(() => options.Value.Engine ?? (database.Provider == DatabaseProvider.Sqlite ? Held(database) : VisitEngine.Database));

    /// <exception cref="SettingException">The database cannot be read.</exception>
    public VisitEngine Engine => _engine.Value;

    private static VisitEngine Held(DatabaseConnection database)
    {
        if (!File.Exists(database.Location))
        {
            return Embedded;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            connection.Open();
            return HasTable(connection, "VisitHolders") && Read(connection, """SELECT "Engine" FROM "VisitHolders" """) is string holder
                ? Enum.Parse<VisitEngine>(holder)
                : HasTable(connection, "Visits") && Read(connection, """SELECT 1 FROM "Visits" LIMIT 1""") is not null ? VisitEngine.Database : Embedded;
        }
        catch (SqliteException exception)
        {
            throw new SettingException($"The database {database.Location} (ConnectionStrings:Tracking) cannot be used: {exception.Message}", exception);
        }
    }

    private static bool HasTable(SqliteConnection connection, string name) => Read(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $name", name) is not null;

    private static object? Read(SqliteConnection connection, string sql, string? name = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (name is not null)
        {
            command.Parameters.AddWithValue("$name", name);
        }

        return command.ExecuteScalar();
    }
}
