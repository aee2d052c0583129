using BlazorTracking.Features.Beacons.Script;
using Microsoft.AspNetCore.Mvc.Controllers;

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

    /// <summary>Answers beacons ahead of all that follows: they come from nobody's account and ask for no page.</summary>
    public static void UseBeacons(this WebApplication app)
    {
        app.UseCors();
        app.MapWhen(IsBeacon, beacons => beacons.Run(context => context.GetEndpoint()!.RequestDelegate!(context)));
    }

    public static void MapBeacons(this WebApplication app)
    {
        app.MapControllers();
        app.MapTrackingScript();
    }

    private static bool IsBeacon(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action && action.ControllerTypeInfo == typeof(BeaconController);
}
