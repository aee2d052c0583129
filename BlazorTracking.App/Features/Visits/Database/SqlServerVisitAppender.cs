using System.Data;
using Microsoft.Data.SqlClient;

namespace BlazorTracking.Features.Visits.Database;

/// <summary>A bulk copy a batch, inside a transaction.</summary>
internal sealed class SqlServerVisitAppender(string connectionString) : IVisitAppender
{
    private const int UniqueConstraintViolated = 2627;
    private const int UniqueIndexViolated = 2601;
    private const int IdsPerQuery = 1000;

    public async Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction) { DestinationTableName = "Visits" };
            foreach (var column in VisitColumn.All)
            {
                copy.ColumnMappings.Add(column.Name, column.Name);
            }

            await copy.WriteToServerAsync(Rows(batch), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (SqlException exception) when (exception.Number is UniqueConstraintViolated or UniqueIndexViolated)
        {
            throw new DuplicateVisitException(exception);
        }
    }

    public async Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        if (ids.Count == 0)
        {
            return found;
        }

        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var chunk in ids.Chunk(IdsPerQuery))
        {
            await using var command = connection.CreateCommand();
            var names = chunk.Select((id, i) => command.Parameters.Add(new SqlParameter($"@p{i}", SqlDbType.UniqueIdentifier) { Value = id }).ParameterName);
            command.CommandText = $"SELECT [Id] FROM [Visits] WHERE [Id] IN ({string.Join(", ", names)})";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(reader.GetGuid(0));
            }
        }

        return found;
    }

    public void Dispose()
    {
        // Connections are pooled by the provider; nothing is held between batches.
    }

    private static DataTable Rows(IReadOnlyList<Visit> batch)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in VisitColumn.All)
        {
            table.Columns.Add(column.Name, column.Type);
        }

        foreach (var visit in batch)
        {
            table.Rows.Add([.. VisitColumn.All.Select(column => column.Read(visit) ?? DBNull.Value)]);
        }

        return table;
    }
}
