namespace BlazorTracking.Features.Visitors;

public static class VisitorsFeature
{
    public static void AddVisitors(this WebApplicationBuilder builder)
    {
    }
}
