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

        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/theme.css", () => Results.Text(Theme.Css, "text/css"));
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
