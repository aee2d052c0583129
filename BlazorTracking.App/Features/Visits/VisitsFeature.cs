using BlazorTracking.Features.Visits.Database;

namespace BlazorTracking.Features.Visits;

public static class VisitsFeature
{
    public static void AddVisits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<VisitsOptions>().BindConfiguration(VisitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IVisitStore, DatabaseVisitStore>();
    }
}
