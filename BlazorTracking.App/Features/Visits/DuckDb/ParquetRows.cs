using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>Reads a Parquet file, by whomever it was written, row by row.</summary>
internal sealed class ParquetRows : IDisposable
{
    private const string Memory = "512MiB";

    private readonly DuckDBConnection _connection;
    private readonly string _source;

    /// <param name="file">Its path.</param>
    /// <exception cref="InvalidDataException">It is no Parquet file, or a damaged one.</exception>
    public ParquetRows(string file)
    {
        _connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = DuckDBConnectionStringBuilder.InMemoryDataSource, MemoryLimit = Memory }.ConnectionString);
        _source = $"read_parquet('{file.Replace("'", "''", StringComparison.Ordinal)}')";
        try
        {
            _connection.Open();
            Columns = [.. ReadColumns()];
        }
        catch (DuckDBException exception)
        {
            _connection.Dispose();
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    /// <summary>The names of the columns, and whether each holds times.</summary>
    public IReadOnlyList<(string Name, bool IsTime)> Columns { get; }

    /// <summary>The values as texts in the order of the columns; a time as Unix milliseconds, and null where there is no value.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public IEnumerable<string?[]> Read()
    {
        using var command = _connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = $"SELECT {string.Join(", ", Columns.Select(Value))} FROM {_source}";
        using var reader = Checked(command.ExecuteReader);
        while (Checked(reader.Read))
        {
            var values = new string?[Columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
            }

            yield return values;
        }
    }

    public void Dispose() => _connection.Dispose();

    private IEnumerable<(string Name, bool IsTime)> ReadColumns()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM {_source}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetString(0), reader.GetString(1).StartsWith("TIMESTAMP", StringComparison.Ordinal));
        }
    }

    private static string Value((string Name, bool IsTime) column)
    {
        var name = $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return $"CAST({(column.IsTime ? $"epoch_ms({name})" : name)} AS VARCHAR)";
    }

    private static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DuckDBException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }
}
