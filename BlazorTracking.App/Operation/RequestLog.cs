using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;

namespace BlazorTracking.Operation;

/// <summary>
/// One structured line a request: who (the account's id), method, URL, status, time. Never an address, and a query only
/// where it is a page's own (range and filters): elsewhere it may hold codes, tokens or what a visitor read.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const int LongestUrl = 500;

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var path = context.Request.PathBase.Add(context.Request.Path);
        try
        {
            await next(context);
        }
        finally
        {
            var endpoint = context.GetEndpoint();
            var level = LevelOf(endpoint);
            if (logger.IsEnabled(level))
            {
                var url = AppUrls.WithoutSecret(path.ToUriComponent()) + (IsPage(endpoint) ? context.Request.QueryString.ToUriComponent() : "");
                Log.Request(
                    logger,
                    level,
                    context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "-",
                    context.Request.Method,
                    url.Length > LongestUrl ? url[..LongestUrl] : url,
                    context.Response.StatusCode,
                    (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }

    private static LogLevel LevelOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<RequestLogLevelAttribute>()?.Level
        ?? (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? LogLevel.Information : LogLevel.Debug);

    private static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static partial class Log
    {
        [LoggerMessage(Message = "{User} {Method} {Url} {Status} {Milliseconds} ms")]
        public static partial void Request(ILogger logger, LogLevel level, string user, string method, string url, int status, long milliseconds);
    }
}
