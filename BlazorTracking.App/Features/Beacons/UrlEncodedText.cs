using System.Text;
using BlazorTracking.Operation;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> text (https://url.spec.whatwg.org/#urlencoded-parsing), but refuses
/// what is not UTF-8 instead of replacing it, so that a visit is stored as it was sent or not at all.
/// </summary>
internal static class UrlEncodedText
{
    /// <summary>The fields; of a name that comes twice the first value counts.</summary>
    /// <exception cref="DecoderFallbackException">The text is not UTF-8.</exception>
    public static Dictionary<string, string> Read(ReadOnlySpan<byte> text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var buffer = new byte[text.Length];
        foreach (var range in text.Split((byte)'&'))
        {
            var pair = text[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf((byte)'=');
            var name = Decode(equals < 0 ? pair : pair[..equals], buffer);
            fields.TryAdd(name, equals < 0 ? "" : Decode(pair[(equals + 1)..], buffer));
        }

        return fields;
    }

    private static string Decode(ReadOnlySpan<byte> text, byte[] buffer)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                buffer[length++] = (byte)((Hex(text[i + 1]) << 4) | Hex(text[i + 2]));
                i += 2;
            }
            else
            {
                buffer[length++] = text[i] == '+' ? (byte)' ' : text[i];
            }
        }

        return StrictUtf8.Encoding.GetString(buffer, 0, length);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
