namespace BlazorTracking.Features.Goals;

public static class GoalsFeature
{
    public static void AddGoals(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<GoalBook>();
    }
}
