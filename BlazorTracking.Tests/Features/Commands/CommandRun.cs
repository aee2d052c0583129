using BlazorTracking.Features.Commands;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Commands;

/// <summary>A command as it is run in a shell, in this process.</summary>
public sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <param name="dataDirectory">That of the program.</param>
    /// <param name="args">The command and its options.</param>
    public static async Task<CommandRun> OfAsync(string dataDirectory, params string[] args)
    {
        await using var bytes = new MemoryStream();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var console = new CommandConsole(output, error, IsTerminal: false, () => bytes, () => Stream.Null, new FakeTimeProvider());
        var exitCode = await CommandLine.RunAsync([.. args, $"--Data:Directory={dataDirectory}"], console);
        return new CommandRun(exitCode, output + System.Text.Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }
}
