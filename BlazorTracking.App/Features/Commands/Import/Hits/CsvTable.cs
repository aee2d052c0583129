using System.Runtime.CompilerServices;
using BlazorTracking.Features.Commands.Formats;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>Rows of a CSV file whose first line names the columns.</summary>
internal static class CsvTable
{
    /// <param name="file">Its name, for errors.</param>
    /// <param name="stream">From its beginning.</param>
    /// <param name="required">The columns that must be there; others are read where they are.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandException">A column is missing.</exception>
    public static async IAsyncEnumerable<CsvRow> ReadAsync(
        string file, Stream stream, IReadOnlyList<string> required, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, int>? columns = null;
        await foreach (var record in CsvRecords.ReadAsync(stream, cancellationToken))
        {
            if (record.Problem is null && columns is null)
            {
                columns = Columns(file, record, required);
            }
            else
            {
                var problem = record.Problem ?? (record.Fields.Count == columns!.Count ? null : $"There are {record.Fields.Count} fields, not {columns.Count}.");
                yield return new CsvRow(file, record.Line, columns ?? [], record.Fields, problem);
            }
        }
    }

    private static Dictionary<string, int> Columns(string file, CsvRecord names, IReadOnlyList<string> required)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Fields.Count; i++)
        {
            if (!columns.TryAdd(names.Fields[i].Trim(), i))
            {
                throw new CommandException($"{file}:{names.Line}: The column {names.Fields[i]} is named twice.");
            }
        }

        return required.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing
            ? throw new CommandException($"{file}:{names.Line}: The column {missing} is missing. The first line must name the columns.")
            : columns;
    }
}

/// <summary>A row.</summary>
/// <param name="File">The file that holds it.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Columns">The places of the columns by name.</param>
/// <param name="Fields">The values.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
internal sealed record CsvRow(string File, long Line, IReadOnlyDictionary<string, int> Columns, IReadOnlyList<string> Fields, string? Problem)
{
    /// <summary>The value; empty where there is no such column. <c>\N</c> is ClickHouse's null.</summary>
    public string this[string column] => Columns.TryGetValue(column, out var at) && Fields[at] is not "\\N" and var value ? value : "";
}
