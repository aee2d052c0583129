using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BlazorTracking.Operation;

/// <summary>
/// For who starts and watches the program: <see cref="AppUrls.HealthLive"/> answers 200 while the process does,
/// <see cref="AppUrls.HealthReady"/> 200 when visits can be stored and pages shown, else 503. The body names each check
/// and, where one fails, says why.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", timeout: _patience)
        .AddCheck<WriterHealth>("writer", timeout: _patience);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(AppUrls.HealthLive, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
            .WithMetadata(new RequestLogLevelAttribute(LogLevel.Debug)).ShortCircuit();
        app.MapHealthChecks(AppUrls.HealthReady, new HealthCheckOptions { ResponseWriter = WriteAsync })
            .WithMetadata(new RequestLogLevelAttribute(LogLevel.Debug)).ShortCircuit();
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        json.WriteStartObject("checks");
        foreach (var (name, check) in report.Entries)
        {
            json.WriteStartObject(name);
            json.WriteString("status", check.Status.ToString());
            if (check.Description is { } description)
            {
                json.WriteString("description", description);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
