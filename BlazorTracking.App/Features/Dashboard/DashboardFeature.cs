namespace BlazorTracking.Features.Dashboard;

public static class DashboardFeature
{
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DashboardState>();
    }
}
