namespace BlazorTracking.Features.Sites;

public static class SitesFeature
{
    public static void AddSites(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TrackedSites>();
        builder.Services.AddSingleton<DeletedSites>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DeletedSites>());
        builder.Services.AddScoped<SiteAccess>();
        builder.Services.AddScoped<SiteRegistry>();
        builder.Services.AddScoped<SiteRefusals>();
        builder.Services.AddScoped<SitesBoard>();
    }
}
