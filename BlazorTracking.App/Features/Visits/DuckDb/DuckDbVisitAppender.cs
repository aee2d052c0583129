using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Writes batches on a connection of its own, one at a time, each with DuckDB's appender inside a transaction. The log
/// is on the disk when the commit returns. A connection that failed is thrown away and opened anew.
/// </summary>
internal sealed class DuckDbVisitAppender(DuckDbFile file) : IDisposable
{
    private readonly Lock _lock = new();
    private DuckDBConnection? _connection;
    private bool _hasUntimed;

    /// <inheritdoc cref="IVisitStore.AppendAsync"/>
    public void Append(IReadOnlyList<Visit> batch)
    {
        foreach (var visit in batch)
        {
            CheckTexts(visit);
        }

        Use(connection =>
        {
            var ids = batch.Select(visit => visit.Id).ToHashSet();
            if (ids.Count < batch.Count || DuckDbVisitIds.Find(connection, ids, _hasUntimed).Count > 0)
            {
                throw new DuplicateVisitException();
            }

            using var transaction = connection.BeginTransaction();
            Append(connection, batch);
            _hasUntimed |= !batch.All(VisitIdTime.IsIn);
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Puts the visits into the table, whatever is there already.</summary>
    internal static void Append(DuckDBConnection connection, IReadOnlyList<Visit> visits)
    {
        using var appender = connection.CreateAppender(VisitColumn.Table);
        foreach (var visit in visits)
        {
            Append(appender.CreateRow(), visit);
        }
    }

    /// <inheritdoc cref="IVisitStore.FindAsync"/>
    public IReadOnlySet<Guid> Find(IReadOnlyCollection<Guid> ids) => Use(connection => DuckDbVisitIds.Find(connection, ids, _hasUntimed));

    public void Dispose()
    {
        lock (_lock)
        {
            Close();
        }
    }

    /// <summary>Fills a row of the table.</summary>
    internal static void Append(IDuckDBAppenderRow row, Visit visit)
    {
        foreach (var column in VisitColumn.All)
        {
            _ = column.Read(visit) switch
            {
                string text => row.AppendValue(text),
                long number => row.AppendValue(number),
                int number => row.AppendValue(number),
                double number => row.AppendValue(number),
                Guid id => row.AppendValue(id),
                _ => row.AppendNullValue(),
            };
        }

        row.AppendValue(VisitIdTime.IsIn(visit)).EndRow();
    }

    // The appender would refuse it as well, but only when it has taken the rows of the whole batch.
    private static void CheckTexts(Visit visit)
    {
        foreach (var column in VisitColumn.All)
        {
            if (!column.IsNullable && column.Read(visit) is null)
            {
                throw new ArgumentException($"{column.Name} of visit {visit.Id} is null.", nameof(visit));
            }
        }
    }

    private T Use<T>(Func<DuckDBConnection, T> use)
    {
        lock (_lock)
        {
            try
            {
                return use(_connection ??= Open());
            }
            catch (Exception exception) when (exception is not DuplicateVisitException)
            {
                Close();
                throw;
            }
        }
    }

    private DuckDBConnection Open()
    {
        var connection = file.Connect();
        _hasUntimed = DuckDbVisitIds.HasUntimed(connection);
        return connection;
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
