using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;

namespace BlazorTracking.Operation;

/// <summary>
/// One structured line a request: who (the account's id), method, URL, status, time. Never an address, and a query only
/// where it is a page's own (range and filters): elsewhere it may hold codes, tokens or what a visitor read. A request that
/// failed is among the errors, with the trace that its page shows.
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
        var hasFailed = status == StatusCodes.Status500InternalServerError;
        var level = hasFailed ? LogLevel.Error : LevelOf(endpoint);
        if (!logger.IsEnabled(level))
        {
            return;
        }

        var user = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "-";
        var url = AppUrls.WithoutSecret(path.ToUriComponent()) + (IsPage(endpoint) ? context.Request.QueryString.ToUriComponent() : "");
        var cut = url.Length > LongestUrl ? url[..LongestUrl] : url;
        var milliseconds = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (hasFailed)
        {
            Log.FailedRequest(logger, user, context.Request.Method, cut, status, milliseconds, context.TraceIdentifier);
        }
        else
        {
            Log.Request(logger, level, user, context.Request.Method, cut, status, milliseconds);
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
        [LoggerMessage(Message = "{User} {Method} {Url} {Status} {Milliseconds} ms")]
        public static partial void Request(ILogger logger, LogLevel level, string user, string method, string url, int status, long milliseconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "{User} {Method} {Url} {Status} {Milliseconds} ms, trace {Trace}")]
        public static partial void FailedRequest(ILogger logger, string user, string method, string url, int status, long milliseconds, string trace);
    }
}
