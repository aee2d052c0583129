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

    /// <summary>
    /// Answers beacons ahead of all that follows: they come from nobody's account and ask for no page, in no language.
    /// What is no beacon after all goes on to the pages.
    /// </summary>
    public static void UseBeacons(this WebApplication app) => app.UseWhen(context => AppUrls.MayBeBeacon(context.Request.Path), beacons => beacons
        .UseRouting()
        .UseCors()
        .UseEndpoints(endpoints => endpoints.MapControllers()));

    public static void MapBeacons(this WebApplication app) => app.MapTrackingScript();
}
