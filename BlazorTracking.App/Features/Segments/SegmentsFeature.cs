namespace BlazorTracking.Features.Segments;

public static class SegmentsFeature
{
    public static void AddSegments(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SegmentBook>();
    }
}
