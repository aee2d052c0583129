using System.Runtime.CompilerServices;
using System.Text;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>
/// CSV with a line of names. A spreadsheet takes a text that begins with one of a few characters for a formula, and
/// visitors choose texts: such a text, and one that begins with an apostrophe, gets an apostrophe in front, which is
/// taken off again when it is read (owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal sealed class CsvVisits : IVisitFormat
{
    private const char Guard = '\'';
    private const string Guarded = "'=+-@\t\r＝＋－＠";

    private static readonly VisitField[] _required = [.. VisitField.All.Where(field => field.Name is "id" or "occurredAt" or "visitorId" or "sessionId")];

    public async Task<IVisitFileWriter> CreateAsync(Stream stream, CancellationToken cancellationToken)
    {
        var writer = new Writer(new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\r\n" });
        await writer.WriteLineAsync(VisitField.All.Select(field => field.Name));
        return writer;
    }

    public async IAsyncEnumerable<ImportLine> ReadAsync(string file, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        VisitField[]? columns = null;
        await foreach (var record in CsvRecords.ReadAsync(stream, cancellationToken))
        {
            if (record.Problem is not null)
            {
                yield return ImportLine.Invalid(file, record.Line, record.Problem);
            }
            else if (columns is null)
            {
                columns = Columns(file, record);
            }
            else
            {
                yield return Read(file, record, columns);
            }
        }
    }

    /// <exception cref="CommandException">The first line does not name columns of visits.</exception>
    private static VisitField[] Columns(string file, CsvRecord names)
    {
        var unknown = names.Fields.FirstOrDefault(name => !VisitField.ByName.ContainsKey(name));
        if (unknown is not null)
        {
            throw new CommandException($"{file}:{names.Line}: No column of visits is called “{unknown}”. The first line must name the columns as an export does.");
        }

        VisitField[] columns = [.. names.Fields.Select(name => VisitField.ByName[name])];
        var missing = _required.Except(columns).FirstOrDefault();
        return missing is null && columns.Distinct().Count() == columns.Length
            ? columns
            : throw new CommandException($"{file}:{names.Line}: {(missing is null ? "A column is named twice." : $"The column {missing.Name} is missing.")}");
    }

    private static ImportLine Read(string file, CsvRecord record, VisitField[] columns)
    {
        if (record.Fields.Count != columns.Length)
        {
            return ImportLine.Invalid(file, record.Line, $"There are {record.Fields.Count} fields, not {columns.Length}.");
        }

        var visit = new Visit();
        for (var i = 0; i < columns.Length; i++)
        {
            var text = record.Fields[i];
            if (!columns[i].TryRead(visit, columns[i].IsText && text is [Guard, ..] ? text[1..] : text))
            {
                return ImportLine.Invalid(file, record.Line, $"{columns[i].Name} must be {columns[i].Expected}.");
            }
        }

        return ImportLine.Of(file, record.Line, visit);
    }

    private sealed class Writer(StreamWriter output) : IVisitFileWriter
    {
        public async Task WriteAsync(IReadOnlyList<Visit> visits, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var visit in visits)
            {
                await WriteLineAsync(VisitField.All.Select(field => field.IsText ? Guarding(field.Format(visit)) : field.Format(visit)));
            }
        }

        public Task WriteLineAsync(IEnumerable<string> fields) => output.WriteLineAsync(string.Join(',', fields.Select(CsvRecords.Quote)));

        public ValueTask DisposeAsync() => output.DisposeAsync();

        private static string Guarding(string text) => text.Length > 0 && Guarded.Contains(text[0], StringComparison.Ordinal) ? Guard + text : text;
    }
}
