using BlazorTracking;
using BlazorTracking.Data;
using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Demo;
using BlazorTracking.Features.Visits;
using BlazorTracking.Operation;

try
{
    if (CommandLine.Handles(args))
    {
        return await CommandLine.RunAsync(args);
    }
    await using var app = BlazorTrackingBuilder.Create(args).AddBlazorTracking().Build();
    app.CheckSettings();
    app.UseBlazorTracking();
    await app.PrepareDatabaseAsync();
    await app.PrepareVisitsAsync();
    await app.PrepareDemoAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.Explain(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
