namespace BlazorTracking.Features.Commands;

/// <summary>Where a command writes: its result to the output, all else to the error output, so that a result can be piped.</summary>
/// <param name="Output">The result as text.</param>
/// <param name="Error">Progress, remarks and failures.</param>
/// <param name="IsTerminal">Whether a line of <paramref name="Error"/> can be overwritten.</param>
/// <param name="OpenOutput">The output as bytes.</param>
/// <param name="OpenInput">What is piped in.</param>
/// <param name="Time">For rates and times left.</param>
internal sealed record CommandConsole(TextWriter Output, TextWriter Error, bool IsTerminal, Func<Stream> OpenOutput, Func<Stream> OpenInput, TimeProvider Time)
{
    public static CommandConsole OfProcess() => new(
        Console.Out, Console.Error, !Console.IsErrorRedirected, Console.OpenStandardOutput, Console.OpenStandardInput, TimeProvider.System);
}
