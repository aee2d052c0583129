namespace BlazorTracking.Features.Retention;

/// <summary>Visits are kept for so many months, and removed when they are older.</summary>
public static class RetentionFeature
{
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<VisitRetention>();
        builder.Services.AddHostedService<RetentionJob>();
    }
}
