using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BlazorTracking.Shell;

/// <summary><c>/theme.css</c>: kept for a year under its current URL, asked for again under any other.</summary>
internal static class ThemeStylesheet
{
    private static readonly byte[] _css = System.Text.Encoding.UTF8.GetBytes(Theme.Css);
    private static readonly EntityTagHeaderValue _tag = new($"\"{Theme.Version}\"");

    public static FileContentHttpResult Get(HttpContext context, string? v = null)
    {
        context.Response.Headers.CacheControl = v == Theme.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.File(_css, "text/css; charset=utf-8", entityTag: _tag);
    }
}
