namespace BlazorTracking.Features.Annotations;

public static class AnnotationsFeature
{
    public static void AddAnnotations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AnnotationBook>();
    }
}
