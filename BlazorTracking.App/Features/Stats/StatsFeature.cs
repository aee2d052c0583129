namespace BlazorTracking.Features.Stats;

public static class StatsFeature
{
    public static void AddStats(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StatsReader>();
        builder.Services.AddSingleton<DetailsReader>();
        builder.Services.AddSingleton<RetentionReader>();
    }
}
