using BlazorTracking.Features.Beacons.Script;

namespace BlazorTracking.Features.Beacons;

public static class BeaconsFeature
{
    public const string CorsPolicy = "Beacons";

    public static void AddBeacons(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BeaconsOptions>().BindConfiguration(BeaconsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddControllers();

        // Any origin, never with credentials: the beacon reads no cookie.
        services.AddCors(options => options.AddPolicy(CorsPolicy, policy => policy
            .AllowAnyOrigin()
            .AllowAnyHeader()
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithExposedHeaders(BeaconController.RefusalHeader, "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromDays(1))));

        services.AddSingleton<BeaconLimits>();
        services.AddSingleton<BeaconReader>();
        services.AddSingleton<VisitFactory>();
        services.AddSingleton<BeaconIntake>();
        services.AddSingleton<LedgerReader>();
        services.AddSingleton<Ledger>();
        services.AddHostedService(provider => provider.GetRequiredService<Ledger>());
        services.AddSingleton<VisitWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<VisitWriter>());
    }

    public static void MapBeacons(this WebApplication app)
    {
        app.UseCors();
        app.MapControllers();
        app.MapTrackingScript();
    }
}
