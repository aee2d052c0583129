using BlazorTracking.Features.Beacons;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BlazorTracking.Operation;

/// <summary>Whether visits are taken in. One failed batch is no reason to be taken out of service: the next one shows.</summary>
internal sealed class WriterHealth(VisitWriter writer) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((writer.IsAlive, writer.IsStoring) switch
        {
            (false, _) => HealthCheckResult.Unhealthy("No visits are taken in."),
            (_, false) => HealthCheckResult.Degraded("The latest visits could not be stored."),
            _ => HealthCheckResult.Healthy(),
        });
}
