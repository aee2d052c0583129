using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Operation;

/// <summary>
/// A text that the program writes and serves as it is to everybody: compressed once, at the first request, and sent in the
/// best encoding that the client takes.
/// </summary>
/// <param name="mediaType">Without a character set: "text/css".</param>
internal sealed class ServedText(string text, string mediaType)
{
    // In order of preference.
    private readonly Lazy<Representation[]> _representations = new(() =>
    {
        var content = Encoding.UTF8.GetBytes(text);
        return
        [
            Representation.Of("br", Compress(content, static output => new BrotliStream(output, CompressionLevel.SmallestSize))),
            Representation.Of("gzip", Compress(content, static output => new GZipStream(output, CompressionLevel.SmallestSize))),
            Representation.Of("", content),
        ];
    });

    /// <summary>The answer to a GET or HEAD, with its encoding, its tag and <c>Vary</c>; how long it may be kept is the caller's to say.</summary>
    public FileContentHttpResult Answer(HttpContext context)
    {
        var representation = Choose(context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (representation.Encoding.Length > 0)
        {
            headers.ContentEncoding = representation.Encoding;
        }

        return TypedResults.Bytes(representation.Content, $"{mediaType}; charset=utf-8", entityTag: representation.EntityTag);
    }

    private Representation Choose(IList<StringWithQualityHeaderValue> accepted) =>
        _representations.Value.First(representation => representation.Encoding.Length == 0 || Accepts(accepted, representation.Encoding));

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    private static byte[] Compress(byte[] content, Func<Stream, Stream> open)
    {
        using var output = new MemoryStream();
        using (var compressor = open(output))
        {
            compressor.Write(content);
        }

        return output.ToArray();
    }

    /// <summary>The text in one encoding. Its tag is strong, so each encoding has its own.</summary>
    private sealed record Representation(string Encoding, byte[] Content, EntityTagHeaderValue EntityTag)
    {
        public static Representation Of(string encoding, byte[] content) =>
            new(encoding, content, new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 12))}\""));
    }
}
