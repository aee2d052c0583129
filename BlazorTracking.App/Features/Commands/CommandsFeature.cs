using BlazorTracking.Features.Commands.Check;
using BlazorTracking.Features.Commands.Export;
using BlazorTracking.Features.Commands.Import;

namespace BlazorTracking.Features.Commands;

/// <summary>What the commands are made of, and what the server does for them.</summary>
public static class CommandsFeature
{
    public static void AddCommands(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<VisitExport>();
        builder.Services.AddSingleton<VisitCheck>();
        builder.Services.AddSingleton<VisitRules>();
        builder.Services.AddSingleton<VisitImport>();
        builder.Services.AddSingleton<AbandonedImports>();
        builder.Services.AddHostedService<AbandonedImportJob>();
    }
}
