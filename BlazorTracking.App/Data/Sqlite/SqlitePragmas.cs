using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BlazorTracking.Data.Sqlite;

/// <summary>
/// What every SQLite connection is told when it opens. WAL lets readers read while the writer writes; FULL makes a
/// commit survive a power cut (with NORMAL a simulated one lost acknowledged visits).
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const string Sql =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-65536;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }
}
