using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visitors;

public static class VisitorsFeature
{
    public static void AddVisitors(this WebApplicationBuilder builder)
    {
        builder.Services.AddForwardedAddresses();
        builder.Services.AddSingleton<IValidateOptions<GeoOptions>, GeoOptionsValidator>();
        builder.Services.AddOptions<GeoOptions>().BindConfiguration(GeoOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<GeoDatabase>();
        builder.Services.AddSingleton<AgentReader>();
        builder.Services.AddSingleton<BotDetector>();
        builder.Services.AddHostedService<AgentWarmUp>();
        builder.Services.AddSingleton<DailySalts>();
        builder.Services.AddHostedService<SaltRemovalJob>();
        builder.Services.AddSingleton<WeeklyVisitors>();
        builder.Services.AddSingleton<SessionRestorer>();
    }
}
