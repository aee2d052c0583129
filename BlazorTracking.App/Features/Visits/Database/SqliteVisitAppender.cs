using BlazorTracking.Data.Sqlite;
using Microsoft.Data.Sqlite;

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
        var connection = Open();

        // Immediate: a transaction that begins as a reader can be refused when it turns writer.
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var visit in batch)
        {
            _insert!.Execute(visit);
        }

        transaction.Commit();
    }

    private SqliteConnection Open()
    {
        if (_connection is not null)
        {
            return _connection;
        }

        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);

        _insert = new SqliteVisitInsert(connection);
        _find = connection.CreateCommand();
        _find.CommandText = "SELECT 1 FROM \"Visits\" WHERE \"Id\" = $Id";
        _find.Parameters.Add(new SqliteParameter { ParameterName = "$Id" });
        return _connection = connection;
    }

    private void Close()
    {
        _insert?.Dispose();
        _find?.Dispose();
        _connection?.Dispose();
        (_insert, _find, _connection) = (null, null, null);
    }
}
