using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BlazorTracking.Features.Visits.ClickHouse;

internal static class ClickHouseFeature
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public static void AddClickHouse(this IServiceCollection services)
    {
        services.AddOptions<ClickHouseOptions>().BindConfiguration(ClickHouseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ClickHouseServer>();
        services.AddKeyedSingleton<IVisitStore, ClickHouseVisitStore>(VisitEngine.ClickHouse);
        services.AddOptions<HealthCheckServiceOptions>().Configure<VisitEngineChoice>((health, choice) =>
        {
            if (choice.Engine == VisitEngine.ClickHouse)
            {
                health.Registrations.Add(new HealthCheckRegistration(
                    "visits", provider => ActivatorUtilities.CreateInstance<ClickHouseHealth>(provider), failureStatus: null, tags: null, _patience));
            }
        });
    }
}
