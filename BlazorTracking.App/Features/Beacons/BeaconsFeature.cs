namespace BlazorTracking.Features.Beacons;

public static class BeaconsFeature
{
    public static void AddBeacons(this WebApplicationBuilder builder)
    {
        builder.Services.AddControllers();
    }

    public static void MapBeacons(this WebApplication app)
    {
        app.MapControllers();
    }
}
