using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Shell;

/// <summary><c>/theme.css</c>: kept for a year under its current URL, asked for again under any other. Compressed once, for all who take it so.</summary>
internal static class ThemeStylesheet
{
    private const string Gzip = "gzip";

    private static readonly byte[] _css = System.Text.Encoding.UTF8.GetBytes(Theme.Css);
    private static readonly byte[] _compressed = Compress(_css);
    private static readonly EntityTagHeaderValue _tag = new($"\"{Theme.Version}\"");
    private static readonly EntityTagHeaderValue _compressedTag = new($"\"{Theme.Version}-{Gzip}\"");

    public static FileContentHttpResult Get(HttpContext context, string? v = null)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = v == Theme.Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (!TakesGzip(context.Request))
        {
            return TypedResults.File(_css, "text/css; charset=utf-8", entityTag: _tag);
        }

        headers.ContentEncoding = Gzip;
        return TypedResults.File(_compressed, "text/css; charset=utf-8", entityTag: _compressedTag);
    }

    private static bool TakesGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
