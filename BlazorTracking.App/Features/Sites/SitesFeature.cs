using BlazorTracking.Features.Sites.Sharing;

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
        builder.AddSharing();
    }

    public static void MapSites(this WebApplication app)
    {
        app.MapPost(AppUrls.SharedUnlockTemplate, ShareUnlock.PostAsync);
        app.MapGet(AppUrls.PublicBadgeTemplate, LiveBadge.GetPublicAsync);
        app.MapGet(AppUrls.SharedBadgeTemplate, LiveBadge.GetSharedAsync);
    }

    private static void AddSharing(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Viewer>();
        builder.Services.AddSingleton<ShareLock>();
        builder.Services.AddScoped<ShareBook>();
        builder.Services.AddScoped<ShareUnlock>();
        builder.Services.AddSingleton<BadgeLimit>();
        builder.Services.AddSingleton<LiveBadge>();
    }
}
