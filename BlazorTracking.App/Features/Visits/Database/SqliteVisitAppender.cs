using BlazorTracking.Data.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlazorTracking.Features.Visits.Database;

/// <summary>
/// A prepared insert on a connection of its own, a transaction a batch. SQLite's calls are synchronous: the caller is
/// the writer's own loop, not a request. A connection that failed is thrown away and opened anew.
/// </summary>
internal sealed class SqliteVisitAppender(string connectionString) : IVisitAppender
{
    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE (sqlite.org/rescode.html).
    private const int PrimaryKeyViolated = 1555;
    private const int UniqueIndexViolated = 2067;

    private readonly Lock _lock = new();
    private SqliteConnection? _connection;
    private SqliteVisitInsert? _insert;
    private SqliteCommand? _begin;
    private SqliteCommand? _commit;
    private SqliteCommand? _find;

    public Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            try
            {
                Append(batch);
            }
            catch (SqliteException exception) when (exception.SqliteExtendedErrorCode is PrimaryKeyViolated or UniqueIndexViolated)
            {
                throw new DuplicateVisitException(exception);
            }
            catch
            {
                Close();
                throw;
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        if (ids.Count == 0)
        {
            return Task.FromResult<IReadOnlySet<Guid>>(found);
        }

        lock (_lock)
        {
            try
            {
                Open();
                foreach (var id in ids)
                {
                    _find!.Parameters[0].Value = id.ToByteArray(bigEndian: true);
                    if (_find.ExecuteScalar() is not null)
                    {
                        found.Add(id);
                    }
                }
            }
            catch
            {
                Close();
                throw;
            }
        }

        return Task.FromResult<IReadOnlySet<Guid>>(found);
    }

    public void Dispose() => Close();

    private void Append(IReadOnlyList<Visit> batch)
    {
        Open();
        _begin!.ExecuteNonQuery();
        try
        {
            foreach (var visit in batch)
            {
                _insert!.Execute(visit);
            }

            _commit!.ExecuteNonQuery();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    // SQLite itself rolls back after some failures; then there is nothing left to be rolled back.
    private void RollBack()
    {
        if (raw.sqlite3_get_autocommit(_connection!.Handle) == 0)
        {
            using var command = Command(_connection, "ROLLBACK");
            command.ExecuteNonQuery();
        }
    }

    private void Open()
    {
        if (_connection is not null)
        {
            return;
        }

        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);

        _insert = new SqliteVisitInsert(connection);
        // Immediate: a transaction that begins as a reader can be refused when it turns writer.
        _begin = Command(connection, "BEGIN IMMEDIATE");
        _commit = Command(connection, "COMMIT");
        _find = Command(connection, "SELECT 1 FROM \"Visits\" WHERE \"Id\" = $Id");
        _find.Parameters.Add(new SqliteParameter { ParameterName = "$Id" });
        _connection = connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private void Close()
    {
        _insert?.Dispose();
        _begin?.Dispose();
        _commit?.Dispose();
        _find?.Dispose();
        _connection?.Dispose();
        (_insert, _begin, _commit, _find, _connection) = (null, null, null, null, null);
    }
}
