using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using BlazorTracking.Operation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Features.Beacons.Script;

/// <summary>Serves the tracking script, compressed once at the first request.</summary>
public static class TrackingScript
{
    /// <summary>An hour in which a page asks nothing, a day in which it runs the script it has while it asks for a newer one.</summary>
    public const string CacheControl = "public, max-age=3600, stale-while-revalidate=86400";

    // In order of preference.
    private static readonly Lazy<Representation[]> _representations = new(() =>
    {
        var script = Encoding.UTF8.GetBytes(ScriptText.Compact(ReadSource()));
        return
        [
            Representation.Of("br", Compress(script, static output => new BrotliStream(output, CompressionLevel.SmallestSize))),
            Representation.Of("gzip", Compress(script, static output => new GZipStream(output, CompressionLevel.SmallestSize))),
            Representation.Of("", script),
        ];
    });

    public static void MapTrackingScript(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(AppUrls.TrackingScript, [HttpMethods.Get, HttpMethods.Head], Get).WithMetadata(new RequestLogLevelAttribute(LogLevel.Debug)).ShortCircuit();

    public static FileContentHttpResult Get(HttpContext context)
    {
        var representation = Choose(context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = CacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (representation.Encoding.Length > 0)
        {
            headers.ContentEncoding = representation.Encoding;
        }

        return TypedResults.Bytes(representation.Content, "text/javascript; charset=utf-8", entityTag: representation.EntityTag);
    }

    private static Representation Choose(IList<StringWithQualityHeaderValue> accepted) =>
        _representations.Value.First(representation => representation.Encoding.Length == 0 || Accepts(accepted, representation.Encoding));

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    private static string ReadSource()
    {
        using var source = typeof(TrackingScript).Assembly.GetManifestResourceStream("track.js")!;
        using var reader = new StreamReader(source);
        return reader.ReadToEnd();
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> open)
    {
        using var output = new MemoryStream();
        using (var compressor = open(output))
        {
            compressor.Write(content);
        }

        return output.ToArray();
    }

    /// <summary>The script in one encoding. Its tag is strong, so each encoding has its own.</summary>
    private sealed record Representation(string Encoding, byte[] Content, EntityTagHeaderValue EntityTag)
    {
        public static Representation Of(string encoding, byte[] content) =>
            new(encoding, content, new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 12))}\""));
    }
}
