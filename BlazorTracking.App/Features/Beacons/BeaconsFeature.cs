namespace BlazorTracking.Features.Beacons;

public static class BeaconsFeature
{
    public static void AddBeacons(this WebApplicationBuilder builder)
    {
        builder.Services.AddControllers();
        builder.Services.AddSingleton<LedgerReader>();
    }

    public static void MapBeacons(this WebApplication app)
    {
        app.MapControllers();
    }
}
