using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>A JSON object a line. Ids are texts: many readers of JSON keep only 53 bits of a number.</summary>
internal sealed class JsonlVisits : IVisitFormat
{
    private static readonly JsonWriterOptions _writerOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions _readerOptions = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    public Task<IVisitFileWriter> CreateAsync(Stream stream, CancellationToken cancellationToken) =>
        Task.FromResult<IVisitFileWriter>(new Writer(stream));

    public async IAsyncEnumerable<ImportLine> ReadAsync(string file, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in TextLines.ReadAsync(stream, cancellationToken))
        {
            if (line.Problem is not null)
            {
                yield return ImportLine.Invalid(file, line.Number, line.Problem);
            }
            else if (!string.IsNullOrWhiteSpace(line.Text))
            {
                yield return Read(file, line);
            }
        }
    }

    private static ImportLine Read(string file, TextLine line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Text, _readerOptions);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return ImportLine.Invalid(file, line.Number, "The line is not a JSON object.");
            }

            var visit = new Visit();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (!VisitField.ByName.TryGetValue(property.Name, out var field))
                {
                    return ImportLine.Invalid(file, line.Number, $"No column of visits is called “{property.Name}”.");
                }

                if (property.Value.ValueKind != JsonValueKind.Null && (Text(property.Value) is not { } text || !field.TryRead(visit, text)))
                {
                    return ImportLine.Invalid(file, line.Number, $"{field.Name} must be {field.Expected}.");
                }
            }

            return ImportLine.Of(file, line.Number, visit);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return ImportLine.Invalid(file, line.Number, "The line is not valid JSON.");
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private sealed class Writer(Stream stream) : IVisitFileWriter
    {
        private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);

        public async Task WriteAsync(IReadOnlyList<Visit> visits, CancellationToken cancellationToken)
        {
            foreach (var page in visits.Chunk(200))
            {
                foreach (var visit in page)
                {
                    Write(visit);
                }

                await stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
                _buffer.ResetWrittenCount();
            }
        }

        public async ValueTask DisposeAsync() => await stream.FlushAsync();

        private void Write(Visit visit)
        {
            using (var json = new Utf8JsonWriter(_buffer, _writerOptions))
            {
                json.WriteStartObject();
                foreach (var field in VisitField.All)
                {
                    WriteValue(json, field, field.Format(visit));
                }

                json.WriteEndObject();
            }

            _buffer.Write("\n"u8);
        }

        private static void WriteValue(Utf8JsonWriter json, VisitField field, string text)
        {
            json.WritePropertyName(field.Name);
            if (field.Type == typeof(double?) && text.Length == 0)
            {
                json.WriteNullValue();
            }
            else if (field.Type == typeof(int) || field.Type == typeof(double?) || field.PropertyName == nameof(Visit.DurationMs))
            {
                json.WriteRawValue(text);
            }
            else
            {
                json.WriteStringValue(text);
            }
        }
    }
}
