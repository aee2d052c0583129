namespace BlazorTracking.Features.Sites;

public static class SitesFeature
{
    public static void AddSites(this WebApplicationBuilder builder)
    {
    }

    public static void MapSites(this WebApplication app)
    {
    }
}
