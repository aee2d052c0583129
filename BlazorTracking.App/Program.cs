using BlazorTracking;
using BlazorTracking.Features.Commands;
using BlazorTracking.Operation;

try
{
    if (CommandLine.Handles(args))
    {
        return await CommandLine.RunAsync(args);
    }

    await using var app = BlazorTrackingBuilder.Create(args).AddBlazorTracking().Build();
    app.CheckSettings();
    await app.PrepareAsync();
    app.UseBlazorTracking();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.Explain(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
