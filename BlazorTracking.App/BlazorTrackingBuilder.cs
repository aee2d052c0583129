using BlazorTracking.Data;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Annotations;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Dashboard;
using BlazorTracking.Features.Demo;
using BlazorTracking.Features.Funnels;
using BlazorTracking.Features.Goals;
using BlazorTracking.Features.Live;
using BlazorTracking.Features.Mail;
using BlazorTracking.Features.Retention;
using BlazorTracking.Features.Segments;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;
using BlazorTracking.Operation;
using BlazorTracking.Shell;

namespace BlazorTracking;

/// <summary>The table of contents of the program: one line a feature.</summary>
public static class BlazorTrackingBuilder
{
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = DemoFeature.ReadSwitch(args),
            ContentRootPath = ContentRoot(),
        });
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    public static WebApplicationBuilder AddBlazorTracking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddOperation();
        builder.AddLanguages();
        builder.AddShell();
        builder.AddData();
        builder.AddVisits();
        builder.AddVisitors();
        builder.AddBeacons();
        builder.AddLive();
        builder.AddStats();
        builder.AddMail();
        builder.AddAccounts();
        builder.AddSites();
        builder.AddRetention();
        builder.AddGoals();
        builder.AddFunnels();
        builder.AddAnnotations();
        builder.AddSegments();
        builder.AddDashboard();
        builder.AddDemo();
        builder.AddCommands();
        return builder;
    }

    public static void UseBlazorTracking(this WebApplication app)
    {
        app.UseForwardedAddresses();
        app.UseOperation();
        app.UseBeacons();
        app.UseLanguages();
        app.UseShell();
        app.UseAccounts();
        app.MapBeacons();
        app.MapSites();
        app.MapDashboard();
        app.MapOperation();
        app.MapShell();
        app.MapAccounts();
    }

    /// <summary>What must be there before anything is served.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.PrepareDatabaseAsync();
        await app.PrepareVisitsAsync();
        await app.PrepareDemoAsync();
    }

    // `dotnet run` starts in the project's folder, a published program may be started from anywhere.
    private static string ContentRoot() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"))
            ? Directory.GetCurrentDirectory()
            : AppContext.BaseDirectory;
}
