using System.CommandLine;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import;

/// <summary><c>visits import</c></summary>
internal static class ImportCommand
{
    public static Command Create(CommandProgram program)
    {
        var site = SiteOption.Required("The site whose visits they become.");
        var format = new Option<string>("--format") { Description = "What the files are.", Required = true }.AcceptOnlyFromAmong(ImportSources.Names);
        var skipInvalid = new Option<bool>("--skip-invalid") { Description = "Leave out lines with which something is wrong. Without it, one such line is enough for nothing to be imported." };
        var report = new Option<string?>("--report") { Description = "A file that lists every line that was not imported, with its reason.", HelpName = "FILE" };
        var files = new Argument<string[]>("FILE") { Description = "The files; those that end in .gz are unpacked.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("import", "Reads visits from files: all of them, or none.") { site, format, skipInvalid, report, files };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await program.OpenVisitsAsync();
            var target = await CommandProgram.FindSiteAsync(app.Services, parsed.GetValue(site), cancellationToken);
            var source = ImportSources.Create(parsed.GetValue(format)!, app.Services, target);
            await using var reportFile = parsed.GetValue(report) is { } path ? NewFile.Create(path) : null;
            return await RunAsync(program.Console, app.Services, target.Id, source, parsed.GetValue(files)!, parsed.GetValue(skipInvalid), reportFile, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CommandConsole console,
        IServiceProvider services,
        int siteId,
        IVisitSource source,
        string[] paths,
        bool skipsInvalid,
        NewFile? reportFile,
        CancellationToken cancellationToken)
    {
        ImportFile[] files = [.. paths.Select(ImportFile.Of)];
        var reading = new ProgressLine(console, "Reading", "lines");
        var storing = new ProgressLine(console, "Storing", "visits");
        var report = reportFile is null ? null : new StreamWriter(reportFile.Stream, leaveOpen: true);
        var tally = new ImportTally(line => Tell(console, reading, report, line));

        var isImported = false;
        try
        {
            isImported = await services.GetRequiredService<VisitImport>().RunAsync(siteId, source, files, skipsInvalid, tally, (reading.Report, storing.Report), cancellationToken);
        }
        catch (Exception exception) when (exception is DuplicateVisitException)
        {
            throw new CommandException("A visit with the same id was stored meanwhile. Nothing was imported.", exception);
        }
        finally
        {
            reading.Clear();
            storing.Clear();
            if (report is not null)
            {
                await report.DisposeAsync();
                reportFile!.Keep();
            }
        }

        foreach (var line in tally.Lines())
        {
            await console.Output.WriteLineAsync(line);
        }

        if (!isImported)
        {
            await console.Error.WriteLineAsync("Nothing was imported. Mend the lines above, or leave them out with --skip-invalid.");
        }

        return isImported ? ExitCode.Good : ExitCode.Failed;
    }

    private static void Tell(CommandConsole console, ProgressLine progress, StreamWriter? report, ImportLine line)
    {
        var text = $"{line.File}:{line.Number}: {line.Reason}";
        report?.WriteLine(text);
        if (line.IsInvalid)
        {
            progress.Clear();
            console.Error.WriteLine(text);
        }
    }
}
