using System.Text.Json;
using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Writes visits into a Parquet file (parquet.apache.org), for which DuckDB wants them in a table first: one in a
/// temporary file, so that memory does not grow with their number.
/// </summary>
internal sealed class ParquetWriter : IDisposable
{
    private const string Memory = "512MiB";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("blazortracking-parquet-");
    private readonly DuckDBConnection _connection;

    public ParquetWriter()
    {
        var location = Path.Combine(_directory.FullName, "visits.duckdb");
        _connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = location, MemoryLimit = Memory }.ConnectionString);
        _connection.Open();
        DuckDbSchema.Apply(_connection, location);
    }

    public void Append(IReadOnlyList<Visit> visits) => DuckDbVisitRows.Append(_connection, visits);

    /// <summary>The file with what was appended, in that order; it goes with this.</summary>
    public string End()
    {
        var file = Path.Combine(_directory.FullName, "visits.parquet");
        using var command = _connection.CreateCommand();
        var columns = VisitColumn.All.Select(column => $"{Value(column.Name)} AS \"{JsonNamingPolicy.CamelCase.ConvertName(column.Name)}\"");
        command.CommandText = $"COPY (SELECT {string.Join(", ", columns)} FROM \"{VisitColumn.Table}\") TO '{file.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet, COMPRESSION zstd)";
        command.ExecuteNonQuery();
        return file;
    }

    public void Dispose()
    {
        _connection.Dispose();
        _directory.Delete(recursive: true);
    }

    private static string Value(string column) => column switch
    {
        nameof(Visit.OccurredAt) or nameof(Visit.SessionStartedAt) => $"CAST(epoch_ms(\"{column}\") AS TIMESTAMP_MS)",
        nameof(Visit.Trust) => $"CASE \"{column}\" {string.Join(' ', Enum.GetValues<VisitTrust>().Select(trust => $"WHEN {(int)trust} THEN '{trust}'"))} END",
        _ => $"\"{column}\"",
    };
}
