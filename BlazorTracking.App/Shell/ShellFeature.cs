using BlazorTracking.Shell.Shortcuts;
using MudBlazor;
using MudBlazor.Services;

namespace BlazorTracking.Shell;

public static class ShellFeature
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }

        // Unless published, the framework looks for files that were added after the build at every address that nothing
        // else has: a POST there would be answered with 405 instead of 404, and a HEAD on the beacon with 404 instead of 405.
        builder.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = bool.TrueString;
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddScoped<ShortcutBook>();
        builder.Services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
    }

    /// <summary>What wraps every request. Before everything else.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseErrorPages();
        app.UseRouting();
    }

    public static void MapShell(this WebApplication app)
    {
        // Behind authentication: its tokens are bound to who is signed in.
        app.UseAntiforgery();
        // Answered by the router itself: the same to everybody, so that nobody's session is read for them.
        app.MapStaticAssets().ShortCircuit();
        Theme.Stylesheet.Map(app);
        MudStylesheet.Served.Map(app);
        MudScript.Served.Map(app);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .Add(AnswerHead);
    }

    // Pages answer HEAD as GET; the server leaves the body out.
    private static void AnswerHead(EndpointBuilder page)
    {
        for (var i = 0; i < page.Metadata.Count; i++)
        {
            if (page.Metadata[i] is HttpMethodMetadata methods && methods.HttpMethods.Contains(HttpMethods.Get))
            {
                page.Metadata[i] = new HttpMethodMetadata([.. methods.HttpMethods, HttpMethods.Head]);
            }
        }
    }
}
