using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;

namespace BlazorTracking.Operation;

/// <summary>
/// One structured line a request: who (the account's id), method, URL, status, time, and the trace that an error page shows.
/// Never an address, and a query only where it is a page's own (range and filters): elsewhere it may hold codes, tokens or
/// what a visitor read. A request that failed is an error.
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
        catch (Exception exception)
        {
            Write(context, path, StatusOf(exception, context), started);
            throw;
        }

        Write(context, path, context.Response.StatusCode, started);
    }

    private void Write(HttpContext context, PathString path, int status, long started)
    {
        var endpoint = context.GetEndpoint();
        var level = status == StatusCodes.Status500InternalServerError ? LogLevel.Error : LevelOf(endpoint);
        if (logger.IsEnabled(level))
        {
            var url = AppUrls.WithoutSecret(path.ToUriComponent()) + (IsPage(endpoint) ? context.Request.QueryString.ToUriComponent() : "");
            Log.Request(
                logger,
                level,
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "-",
                context.Request.Method,
                url.Length > LongestUrl ? url[..LongestUrl] : url,
                status,
                (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                context.TraceIdentifier);
        }
    }

    // As which the server answers what nobody caught.
    private static int StatusOf(Exception exception, HttpContext context) => exception switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        _ when context.RequestAborted.IsCancellationRequested => StatusCodes.Status499ClientClosedRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static LogLevel LevelOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<RequestLogLevelAttribute>()?.Level
        ?? (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? LogLevel.Information : LogLevel.Debug);

    private static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static partial class Log
    {
        [LoggerMessage(Message = "{User} {Method} {Url} {Status} {Milliseconds} ms {Trace}")]
        public static partial void Request(ILogger logger, LogLevel level, string user, string method, string url, int status, long milliseconds, string trace);
    }
}
