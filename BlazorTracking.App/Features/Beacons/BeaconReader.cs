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

            if (HttpMethods.IsPost(request.Method))
            {
                var body = await ReadBodyAsync(request, options.Value.MaximumBodyBytes);
                if (body is null)
                {
                    return BeaconReading.TooLarge(options.Value.MaximumBodyBytes);
                }

                AddBody(fields, request, body);
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

    private static void AddBody(BeaconFields fields, HttpRequest request, byte[] body)
    {
        if (body.Length == 0)
        {
            return;
        }

        var type = request.ContentType?.Split(';')[0].Trim();
        if (string.Equals(type, "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            fields.AddText(UrlEncodedText.Read(body));
        }
        else if (type is null
            || string.Equals(type, "text/plain", StringComparison.OrdinalIgnoreCase)
            || string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase))
        {
            fields.AddJson(body);
        }
        else
        {
            fields.AddError("body", "Send the body as application/json, text/plain (JSON) or application/x-www-form-urlencoded.");
        }
    }

    /// <summary>The whole body, or null when it is larger than <paramref name="maximum"/> bytes.</summary>
    private static async ValueTask<byte[]?> ReadBodyAsync(HttpRequest request, int maximum)
    {
        if (request.ContentLength > maximum)
        {
            return null;
        }

        while (true)
        {
            var result = await request.BodyReader.ReadAsync(CancellationToken.None);
            if (result.Buffer.Length > maximum)
            {
                return null;
            }

            if (result.IsCompleted)
            {
                var body = result.Buffer.ToArray();
                request.BodyReader.AdvanceTo(result.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
