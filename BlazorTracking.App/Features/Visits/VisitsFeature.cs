using BlazorTracking.Features.Visits.ClickHouse;
using BlazorTracking.Features.Visits.Database;
using BlazorTracking.Features.Visits.DuckDb;

namespace BlazorTracking.Features.Visits;

public static class VisitsFeature
{
    /// <summary>
    /// Every engine is there by its <see cref="VisitEngine"/> as key and opens nothing before it is used; the
    /// <see cref="VisitEngineChoice"/> is <see cref="IVisitStore"/>.
    /// </summary>
    public static void AddVisits(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<VisitsOptions>().BindConfiguration(VisitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<VisitEngineChoice>();
        services.AddKeyedSingleton<IVisitStore, DatabaseVisitStore>(VisitEngine.Database);
        services.AddSingleton<DuckDbFile>();
        services.AddKeyedSingleton<IVisitStore, DuckDbVisitStore>(VisitEngine.DuckDb);
        services.AddClickHouse();
        services.AddSingleton<VisitEngines>();
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IVisitStore>(provider.GetRequiredService<VisitEngineChoice>().Engine));
    }

    /// <summary>Opens the configured engine and gives it the schema that it lacks.</summary>
    /// <exception cref="Operation.SettingException">It cannot be used, or another one holds the visits.</exception>
    public static Task PrepareVisitsAsync(this WebApplication app) =>
        app.Services.GetRequiredService<VisitEngines>().PrepareAsync(CancellationToken.None);
}
