namespace BlazorTracking.Features.Demo;

/// <summary>
/// The demonstration: an account, three sites with a history, and visitors that keep coming. It is there only if the
/// program was started with it; no request can switch it on.
/// </summary>
public static class DemoFeature
{
    public const string Switch = "--demo";

    /// <summary>The command line with <see cref="Switch"/> written as the setting that it stands for, since .NET's command line knows no switch without a value.</summary>
    public static string[] ReadSwitch(string[] args) =>
        Array.ConvertAll(args, argument => argument == Switch ? $"--{DemoOptions.Section}:{nameof(DemoOptions.Enabled)}=true" : argument);

    public static void AddDemo(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (!builder.Configuration.GetValue<bool>($"{DemoOptions.Section}:{nameof(DemoOptions.Enabled)}"))
        {
            return;
        }

        services.AddSingleton<DemoAccount>();
        services.AddSingleton<DemoRefusals>();
        services.AddSingleton<DemoHistory>();
        services.AddHostedService<DemoTraffic>();
        services.AddHostedService<DemoBanner>();
    }

    /// <summary>Fills the demonstration's history; nothing without a demonstration. Before the start, since the writer reads the running sessions when it starts.</summary>
    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        if (app.Services.GetService<DemoHistory>() is not { } history)
        {
            return;
        }

        var progress = new DemoProgress(Console.Out, !Console.IsOutputRedirected);
        progress.End(await history.FillAsync(progress.Report, CancellationToken.None));
    }
}
