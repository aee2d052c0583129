using BlazorTracking.Features.Dashboard.Details;

namespace BlazorTracking.Features.Dashboard;

public static class DashboardFeature
{
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DashboardState>();
        builder.Services.AddScoped<SiteDetails>();
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.MapGet(AppUrls.SiteDetailsTemplate, DetailsDownload.GetAsync).RequireAuthorization();
        app.MapGet(AppUrls.PublicDetailsTemplate, DetailsDownload.GetPublicAsync);
        app.MapGet(AppUrls.SharedDetailsTemplate, DetailsDownload.GetSharedAsync);
    }
}
