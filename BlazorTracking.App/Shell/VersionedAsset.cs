using System.Security.Cryptography;
using System.Text;
using BlazorTracking.Operation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BlazorTracking.Shell;

/// <summary>A stylesheet or script that no file of <c>wwwroot</c> holds: kept for a year under its current URL, asked for again under any other.</summary>
/// <param name="path">Where it is served, from the root.</param>
/// <param name="mediaType">Without a character set: "text/css".</param>
internal sealed class VersionedAsset(string path, string mediaType, string text)
{
    private readonly ServedText _text = new(text, mediaType);
    private readonly string _version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    /// <summary>Changes with the content, so that browsers may keep it.</summary>
    public string Url => $"{path}?v={_version}";

    public void Map(WebApplication app) =>
        app.MapGet(path, Get).WithMetadata(new RequestLogLevelAttribute(LogLevel.Debug)).ShortCircuit();

    private FileContentHttpResult Get(HttpContext context, string? v = null)
    {
        context.Response.Headers.CacheControl = v == _version ? "public, max-age=31536000, immutable" : "no-cache";
        return _text.Answer(context);
    }
}
