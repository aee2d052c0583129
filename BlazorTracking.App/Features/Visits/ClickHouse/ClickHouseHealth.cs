using BlazorTracking.Operation;
using ClickHouse.Driver;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BlazorTracking.Features.Visits.ClickHouse;

/// <summary>Whether the server answers and its tables are of the version that this program knows.</summary>
internal sealed partial class ClickHouseHealth(ClickHouseServer server, ILogger<ClickHouseHealth> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await server.ReadVersionAsync(cancellationToken) == server.Schema.Latest
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The tables of the visits are not those of this program.");
        }
        catch (Exception exception) when (exception is ClickHouseServerException or SettingException || ClickHouseServer.IsUnreachable(exception))
        {
            // The answer is public: what exactly failed is for the log.
            Log.Unreachable(logger, exception);
            return HealthCheckResult.Unhealthy("The server of the visits does not answer.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The ClickHouse server did not answer a health check.")]
        public static partial void Unreachable(ILogger logger, Exception exception);
    }
}
