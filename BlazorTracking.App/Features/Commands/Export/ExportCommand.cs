using System.CommandLine;
using System.Globalization;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Commands.Export;

/// <summary><c>visits export</c></summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    public static Command Create(CommandProgram program)
    {
        var site = SiteOption.Required("The site whose visits are exported.");
        var format = new Option<string>("--format") { Description = "The format of the file.", Required = true }.AcceptOnlyFromAmong([.. VisitFormats.ByName.Keys]);
        var from = Date("--from", "The first day, in the site's time zone. Without it, the first visit's.");
        var to = Date("--to", "The last day, included, in the site's time zone. Without it, the last visit's.");
        var output = new Option<string>("--output", "-o") { Description = "The file; - is the standard output.", HelpName = "FILE", DefaultValueFactory = _ => StandardOutput };
        var command = new Command("export", "Writes a site's visits with every column, in the order of time.") { site, format, from, to, output };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            program,
            parsed.GetValue(site),
            VisitFormats.ByName[parsed.GetValue(format)!],
            (parsed.GetValue(from), parsed.GetValue(to)),
            parsed.GetValue(output)!,
            cancellationToken));
        return command;
    }

    private static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date > DateOnly.MinValue && date < DateOnly.MaxValue)
            {
                return date;
            }

            result.AddError($"{name} must be a date such as 2026-03-02, not “{result.Tokens[0].Value}”.");
            return null;
        },
    };

    private static async Task<int> RunAsync(
        CommandProgram program, int siteId, IVisitFormat format, (DateOnly? From, DateOnly? To) days, string output, CancellationToken cancellationToken)
    {
        await using var app = await program.OpenVisitsAsync();
        var site = await CommandProgram.FindSiteAsync(app.Services, siteId, cancellationToken);
        var zone = site.Zone();
        var from = days.From is { } first ? zone.StartOf(first) : long.MinValue;
        var to = days.To is { } last ? zone.StartOf(last.AddDays(1)) : long.MaxValue;
        var export = app.Services.GetRequiredService<VisitExport>();
        var progress = new ProgressLine(program.Console, "Exporting", "visits");

        long count;
        if (output == StandardOutput)
        {
            await using var stream = program.Console.OpenOutput();
            count = await export.WriteAsync(site.Id, from, to, format, stream, progress.Report, cancellationToken);
        }
        else
        {
            await using var file = NewFile.Create(output);
            count = await export.WriteAsync(site.Id, from, to, format, file.Stream, progress.Report, cancellationToken);
            file.Keep();
        }

        progress.Clear();
        await program.Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Exported {count:N0} visits of {site.Name}."));
        return ExitCode.Good;
    }
}
