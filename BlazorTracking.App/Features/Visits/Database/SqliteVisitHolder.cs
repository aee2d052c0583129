using BlazorTracking.Data;
using BlazorTracking.Operation;
using Microsoft.Data.Sqlite;

namespace BlazorTracking.Features.Visits.Database;

/// <summary>Looks into a SQLite database for the engine that holds the visits, before anything else is done with it.</summary>
internal static class SqliteVisitHolder
{
    /// <summary>The engine that was written down, or the database where it has visits of a version that wrote nothing down; null where there are no visits yet.</summary>
    /// <exception cref="SettingException">The file cannot be read.</exception>
    public static VisitEngine? Find(DatabaseConnection database)
    {
        if (!File.Exists(database.Location))
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            connection.Open();
            if (HasTable(connection, "VisitHolders") && Read(connection, """SELECT "Engine" FROM "VisitHolders" """) is string holder)
            {
                return Enum.Parse<VisitEngine>(holder);
            }

            return HasTable(connection, "Visits") && Read(connection, """SELECT 1 FROM "Visits" LIMIT 1""") is not null ? VisitEngine.Database : null;
        }
        catch (SqliteException exception)
        {
            throw new SettingException($"The database {database.Location} (ConnectionStrings:Tracking) cannot be used: {exception.Message}", exception);
        }
    }

    private static bool HasTable(SqliteConnection connection, string name) =>
        Read(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $name", name) is not null;

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
