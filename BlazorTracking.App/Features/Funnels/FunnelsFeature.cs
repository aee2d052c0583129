namespace BlazorTracking.Features.Funnels;

public static class FunnelsFeature
{
    public static void AddFunnels(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<FunnelBook>();
    }
}
