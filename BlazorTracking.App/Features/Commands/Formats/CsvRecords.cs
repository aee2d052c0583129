using System.Runtime.CompilerServices;
using System.Text;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">As they are meant: without quotation marks around.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
internal sealed record CsvRecord(long Line, IReadOnlyList<string> Fields, string? Problem = null);

/// <summary>Comma-separated values as RFC 4180 has them: a quoted field may hold commas, line breaks and doubled quotation marks.</summary>
internal static class CsvRecords
{
    public static async IAsyncEnumerable<CsvRecord> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Parser? open = null;
        await foreach (var line in TextLines.ReadAsync(stream, cancellationToken))
        {
            if (open is null && line is { Problem: null, Text: "" or "\r" })
            {
                continue;
            }

            open ??= new Parser(line.Number);
            if (line.Problem is { } problem)
            {
                yield return new CsvRecord(line.Number, [], problem);
                open = null;
            }
            else if (open.TryEnd(line.Text) is { } record)
            {
                yield return record;
                open = null;
            }
        }

        if (open is not null)
        {
            yield return open.Unended();
        }
    }

    /// <summary>The field as it stands in a file, in quotation marks where it must be.</summary>
    public static string Quote(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private sealed class Parser(long firstLine)
    {
        private readonly List<string> _fields = [];
        private readonly StringBuilder _field = new();
        private bool _isQuoted;
        private string? _problem;

        /// <summary>Takes the next line in; the record, if it ends here.</summary>
        public CsvRecord? TryEnd(string line)
        {
            var at = 0;
            while (true)
            {
                if (!_isQuoted && at < line.Length && line[at] == '"')
                {
                    _isQuoted = true;
                    at++;
                }

                at = _isQuoted ? TakeQuoted(line, at) : TakePlain(line, at);
                if (_isQuoted)
                {
                    _field.Append('\n');
                    return null;
                }

                _fields.Add(_field.ToString());
                _field.Clear();
                if (at == line.Length)
                {
                    return new CsvRecord(firstLine, _problem is null ? _fields : [], _problem);
                }

                at++;
            }
        }

        public CsvRecord Unended() => new(firstLine, [], "A quotation mark is opened and never closed.");

        private int TakePlain(string line, int at)
        {
            var end = line.IndexOf(',', at);
            var text = end < 0 ? line[at..].TrimEnd('\r') : line[at..end];
            if (text.Contains('"', StringComparison.Ordinal))
            {
                _problem ??= "A quotation mark stands inside a field that does not begin with one.";
            }

            _field.Append(text);
            return end < 0 ? line.Length : end;
        }

        private int TakeQuoted(string line, int at)
        {
            while (true)
            {
                var end = line.IndexOf('"', at);
                if (end < 0)
                {
                    _field.Append(line, at, line.Length - at);
                    return line.Length;
                }

                _field.Append(line, at, end - at);
                if (end + 1 < line.Length && line[end + 1] == '"')
                {
                    _field.Append('"');
                    at = end + 2;
                    continue;
                }

                _isQuoted = false;
                var next = line.IndexOf(',', end);
                var behind = next < 0 ? line[(end + 1)..].TrimEnd('\r') : line[(end + 1)..next];
                if (behind.Length > 0)
                {
                    _problem ??= "Text stands behind a field's closing quotation mark.";
                }

                return next < 0 ? line.Length : next;
            }
        }
    }
}
