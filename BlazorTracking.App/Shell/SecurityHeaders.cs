using BlazorTracking.Features.Sites.Sharing;
using BlazorTracking.Operation;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Shell;

/// <summary>
/// The headers that keep a page to itself, on every answer that is one; <c>nosniff</c> and the referrer policy on all.
/// Set when the answer starts, so that error pages have them too, and once.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>No script but our own files. Styles may be inline because MudBlazor and charts position with them.</summary>
    public const string ContentPolicy = OwnContent + "frame-ancestors 'none'";

    /// <summary>The same for a dashboard that may stand in a frame of any page.</summary>
    public const string EmbeddedContentPolicy = OwnContent + "frame-ancestors *";

    public const string PermissionsPolicy =
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    private const string OwnContent =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; ";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Set((HttpResponse)state), context.Response);
        return next(context);
    }

    private static Task Set(HttpResponse response)
    {
        var headers = response.Headers;
        AnswerHeaders.Set(headers);
        if (MediaTypeHeaderValue.TryParse(response.ContentType, out var type) && type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
        {
            var isEmbedded = IsEmbedded(response);
            headers.ContentSecurityPolicy = isEmbedded ? EmbeddedContentPolicy : ContentPolicy;

            // Removed too where it is framed: antiforgery sets one of its own.
            headers.XFrameOptions = isEmbedded ? StringValues.Empty : "DENY";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = PermissionsPolicy;
        }

        return Task.CompletedTask;
    }

    // A dashboard that is shown to others, where its address asks for it; not what is answered in its place.
    private static bool IsEmbedded(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EmbeddableAttribute>() is not null
        && Embedding.Of(response.HttpContext.Request) is not null;
}
