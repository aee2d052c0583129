namespace BlazorTracking.Features.Live;

public static class LiveFeature
{
    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveFeed>();
        builder.Services.AddSingleton<LivePublisher>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<LivePublisher>());
    }
}
