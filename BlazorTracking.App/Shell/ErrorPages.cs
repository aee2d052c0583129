using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BlazorTracking.Shell;

/// <summary>
/// What a browser is shown in place of a failure or of a refusal without a body: a page that says so, with the right
/// status. Everything else that asks (beacons, scripts, programs) gets its own answer unchanged, and a failure as JSON.
/// </summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => AsksForPage(context.Request)
                ? RenderAsync(context)
                : TypedResults.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context),
        });
        app.UseWhen(
            context => AsksForPage(context.Request),
            pages => pages.UseStatusCodePages(context => RenderAsync(context.HttpContext)));
    }

    // Browsers name HTML when they open a page or send a form; images, scripts and fetch do not.
    private static bool AsksForPage(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    private static async Task RenderAsync(HttpContext context)
    {
        // The request's own scope may hold what failed, or a renderer that has finished.
        var (requestServices, endpoint) = (context.RequestServices, context.GetEndpoint());
        await using var scope = requestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.SetEndpoint(new Endpoint(requestDelegate: null, FindAssets(scope.ServiceProvider), nameof(ErrorPages)));
        try
        {
            var page = new RazorComponentResult<ErrorDocument>(new { Status = context.Response.StatusCode, Trace = context.TraceIdentifier })
            {
                StatusCode = context.Response.StatusCode,
            };
            context.Response.Headers.CacheControl = "no-store";

            // Added by the page that was to be shown, and again, by which it fails, by this one.
            context.Response.Headers.Remove("blazor-enhanced-nav");
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = requestServices;
            context.SetEndpoint(endpoint);
        }
    }

    // The current addresses of scripts and styles are read from the endpoint. Only those of pages know them, and what was
    // not found has none.
    private static EndpointMetadataCollection FindAssets(IServiceProvider services) => new(
        services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(page => page.Metadata.GetMetadata<ResourceAssetCollection>())
            .OfType<ResourceAssetCollection>()
            .Take(1));
}
