using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// Untrusted bytes → a <see cref="Beacon"/>, or a list of field errors. A field is looked for in the query, then in the
/// body (form or JSON; <c>text/plain</c> is JSON, for it needs no preflight); the page's URL at last in <c>Referer</c>.
/// </summary>
public sealed class BeaconReader(IOptions<BeaconsOptions> options)
{
    public async ValueTask<BeaconReading> ReadAsync(HttpRequest request)
    {
        try
        {
            var fields = new BeaconFields();
            if (request.QueryString.Value is { Length: > 1 } query)
            {
                fields.AddText(UrlEncodedText.Read(Encoding.UTF8.GetBytes(query[1..])));
            }

            var maximum = options.Value.MaximumBodyBytes;
            if (HttpMethods.IsPost(request.Method) && !await TryAddBodyAsync(fields, request, maximum))
            {
                return BeaconReading.TooLarge(maximum);
            }

            return fields.ToBeacon(request.Headers.Referer.ToString());
        }
        catch (DecoderFallbackException)
        {
            return BeaconReading.Invalid(FieldErrors.Of("body", "The beacon is not valid UTF-8."));
        }
        catch (IOException)
        {
            // Who sent it hung up, or sends too slowly to wait for.
            return BeaconReading.Invalid(FieldErrors.Of("body", "The body ended before it was complete."));
        }
        catch (JsonException exception)
        {
            var where = exception.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1}, byte {exception.BytePositionInLine})") : "";
            return BeaconReading.Invalid(FieldErrors.Of("body", $"The body is not a valid JSON object{where}."));
        }
    }

    /// <summary>False when the body is larger than <paramref name="maximum"/> bytes.</summary>
    private static async ValueTask<bool> TryAddBodyAsync(BeaconFields fields, HttpRequest request, int maximum)
    {
        if (request.ContentLength > maximum)
        {
            return false;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(CancellationToken.None);
            var body = result.Buffer;
            if (body.Length > maximum)
            {
                return false;
            }

            if (!result.IsCompleted)
            {
                reader.AdvanceTo(body.Start, body.End);
                continue;
            }

            try
            {
                AddBody(fields, request.ContentType, body.IsSingleSegment ? body.FirstSpan : body.ToArray());
                return true;
            }
            finally
            {
                reader.AdvanceTo(body.End);
            }
        }
    }

    private static void AddBody(BeaconFields fields, string? contentType, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        var parametersAt = contentType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        var type = (parametersAt < 0 ? contentType : contentType.AsSpan(0, parametersAt)).Trim();
        if (type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            fields.AddText(UrlEncodedText.Read(body));
        }
        else if (contentType is null
            || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            fields.AddJson(body);
        }
        else
        {
            fields.AddError("body", "Send the body as application/json, text/plain (JSON) or application/x-www-form-urlencoded.");
        }
    }
}
