using System.Globalization;
using System.Runtime.CompilerServices;
using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>Parquet, a column store in a file. Times are UTC to the millisecond, without a zone.</summary>
internal sealed class ParquetVisits : IVisitFormat
{
    public Task<IVisitFileWriter> CreateAsync(Stream stream, CancellationToken cancellationToken) => Task.FromResult<IVisitFileWriter>(new Writer(stream));

    public async IAsyncEnumerable<ImportLine> ReadAsync(string file, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The list of a Parquet file's columns is at its end: it cannot be read as it comes.
        await using var copy = stream is FileStream ? null : await CopyAsync(stream, cancellationToken);
        using var rows = Open(file, ((FileStream?)copy ?? (FileStream)stream).Name);
        var fields = Fields(file, rows);
        var number = 0L;
        foreach (var row in Checked(file, rows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Read(file, ++number, rows, fields, row);
        }
    }

    private static ImportLine Read(string file, long number, ParquetRows rows, VisitField[] fields, string?[] row)
    {
        var visit = new Visit();
        for (var i = 0; i < fields.Length; i++)
        {
            if (row[i] is { } text && !fields[i].TryRead(visit, rows.Columns[i].IsTime ? Instant(text) : text))
            {
                return ImportLine.Invalid(file, number, $"{fields[i].Name} must be {fields[i].Expected}.");
            }
        }

        return ImportLine.Of(file, number, visit);
    }

    private static string Instant(string milliseconds) =>
        long.TryParse(milliseconds, CultureInfo.InvariantCulture, out var instant) && Math.Abs(instant) < 100_000_000_000_000 ? VisitField.FormatInstant(instant) : milliseconds;

    private static VisitField[] Fields(string file, ParquetRows rows) =>
        [.. rows.Columns.Select(column => VisitField.ByName.TryGetValue(column.Name, out var field) ? field : throw new CommandException($"{file}: No column of visits is called “{column.Name}”."))];

    private static ParquetRows Open(string file, string path)
    {
        try
        {
            return new ParquetRows(path);
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException($"{file} is not a Parquet file, or a damaged one: {exception.Message}", exception);
        }
    }

    private static IEnumerable<string?[]> Checked(string file, ParquetRows rows)
    {
        using var all = rows.Read().GetEnumerator();
        while (true)
        {
            try
            {
                if (!all.MoveNext())
                {
                    yield break;
                }
            }
            catch (InvalidDataException exception)
            {
                throw new CommandException($"{file} is damaged: {exception.Message}", exception);
            }

            yield return all.Current;
        }
    }

    private static async Task<FileStream> CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 128 * 1024, FileOptions.DeleteOnClose);
        await stream.CopyToAsync(copy, cancellationToken);
        await copy.FlushAsync(cancellationToken);
        return copy;
    }

    private sealed class Writer(Stream stream) : IVisitFileWriter
    {
        private readonly ParquetWriter _writer = new();

        public Task WriteAsync(IReadOnlyList<Visit> visits, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _writer.Append(visits);
            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            using (_writer)
            {
                await using var file = File.OpenRead(_writer.End());
                await file.CopyToAsync(stream);
                await stream.FlushAsync();
            }
        }
    }
}
