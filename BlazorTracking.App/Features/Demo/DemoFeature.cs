namespace BlazorTracking.Features.Demo;

public static class DemoFeature
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
    }
}
