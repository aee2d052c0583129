using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using BlazorTracking.Operation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Shell;

/// <summary>
/// A stylesheet that the program writes: kept for a year under its current URL, asked for again under any other.
/// Compressed once, for all who take it so.
/// </summary>
/// <param name="path">Where it is served, from the root.</param>
internal sealed class WrittenStylesheet(string path, string css)
{
    private const string Gzip = "gzip";

    private readonly byte[] _css = Encoding.UTF8.GetBytes(css);
    private readonly byte[] _compressed = Compress(Encoding.UTF8.GetBytes(css));
    private readonly string _version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..12];

    /// <summary>Changes with the content, so that browsers may keep it.</summary>
    public string Url => $"{path}?v={_version}";

    public void Map(WebApplication app) =>
        app.MapGet(path, Get).WithMetadata(new RequestLogLevelAttribute(LogLevel.Debug)).ShortCircuit();

    private FileContentHttpResult Get(HttpContext context, string? v = null)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = v == _version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (!TakesGzip(context.Request))
        {
            return TypedResults.File(_css, "text/css; charset=utf-8", entityTag: new($"\"{_version}\""));
        }

        headers.ContentEncoding = Gzip;
        return TypedResults.File(_compressed, "text/css; charset=utf-8", entityTag: new($"\"{_version}-{Gzip}\""));
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
