using System.CommandLine;
using BlazorTracking.Features.Commands.Backup;
using BlazorTracking.Features.Commands.Check;
using BlazorTracking.Features.Commands.Copy;
using BlazorTracking.Features.Commands.Export;
using BlazorTracking.Features.Commands.Import;
using BlazorTracking.Operation;

namespace BlazorTracking.Features.Commands;

/// <summary>The table of contents of the commands. docs/commands.md says what each does.</summary>
public static class CommandLine
{
    private static readonly string[] _questions = ["--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments name a command, or ask for help; otherwise they are the server's settings.</summary>
    public static bool Handles(string[] args) =>
        args is [{ Length: > 0 } first, ..] && (_questions.Contains(first, StringComparer.Ordinal) || (first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal)));

    /// <summary>Runs the command to its end and gives the exit code, one of <see cref="ExitCode"/>.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, CommandConsole.OfProcess());

    internal static async Task<int> RunAsync(string[] args, CommandConsole console)
    {
        var (settings, words) = SplitSettings(args);
        var parsed = Root(new CommandProgram(settings, console)).Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await console.Error.WriteLineAsync(error.Message);
            }

            await console.Error.WriteLineAsync("Add --help to see how the command is used.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (Explain(exception) is { } sentence)
        {
            await console.Error.WriteLineAsync(sentence);
            return ExitCode.Failed;
        }
    }

    internal static RootCommand Root(CommandProgram program) =>
        new("Web analytics. Without a command, the program serves: see docs/deployment.md for its settings, which commands take as well, such as --Data:Directory=/var/lib/blazortracking.")
        {
            new Command("visits", "Moves visits in and out, and checks them.")
            {
                ExportCommand.Create(program),
                ImportCommand.Create(program),
                CheckCommand.Create(program),
                CopyCommand.Create(program),
            },
            BackupCommand.Create(program),
            RestoreCommand.Create(program),
        };

    private static string? Explain(Exception exception) => exception switch
    {
        CommandException => exception.Message,
        OperationCanceledException => "Interrupted.",
        IOException or UnauthorizedAccessException when StartFailure.Explain(exception) is null => exception.Message,
        _ => StartFailure.Explain(exception),
    };

    /// <summary>Settings have a colon in their name (<c>--Data:Directory=…</c>), options of commands have none.</summary>
    private static (string[] Settings, string[] Words) SplitSettings(string[] args)
    {
        var settings = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':', StringComparison.Ordinal))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (name == args[i] && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. settings], [.. words]);
    }
}
