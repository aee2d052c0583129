using BlazorTracking.Operation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BlazorTracking.Features.Beacons.Script;

/// <summary>Serves the tracking script.</summary>
public static class TrackingScript
{
    /// <summary>An hour in which a page asks nothing, a day in which it runs the script it has while it asks for a newer one.</summary>
    public const string CacheControl = "public, max-age=3600, stale-while-revalidate=86400";

    private static readonly ServedText _script = new(ScriptText.Compact(EmbeddedFile.ReadText("track.js")), "text/javascript");

    public static void MapTrackingScript(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(AppUrls.TrackingScript, [HttpMethods.Get, HttpMethods.Head], Get).WithMetadata(new RequestLogLevelAttribute(LogLevel.Debug)).ShortCircuit();

    public static FileContentHttpResult Get(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = CacheControl;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return _script.Answer(context);
    }
}
