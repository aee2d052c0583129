using System.Data.Common;
using BlazorTracking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BlazorTracking.Operation;

/// <summary>Whether the database answers and has every migration.</summary>
internal sealed partial class DatabaseHealth(IDbContextFactory<TrackingDbContext> contexts, ILogger<DatabaseHealth> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);

            // Asked at every check, not only once: a database can be replaced by an older one under a running program.
            return (await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Unhealthy("The database lacks a migration.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // The answer is public: what exactly failed is for the log.
            Log.Unreachable(logger, exception);
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer a health check.")]
        public static partial void Unreachable(ILogger logger, Exception exception);
    }
}
