using System.CommandLine;
using System.Globalization;
using BlazorTracking.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Commands.Check;

/// <summary><c>visits check</c></summary>
internal static class CheckCommand
{
    public static Command Create(CommandProgram program)
    {
        var site = SiteOption.Optional("The site that is checked.");
        var command = new Command("check", "Recomputes the totals of every day from the visits and compares them with what the dashboard says.") { site };
        command.SetAction((parsed, cancellationToken) => RunAsync(program, parsed.GetValue(site), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandProgram program, int? siteId, CancellationToken cancellationToken)
    {
        await using var app = await program.OpenVisitsAsync();
        var check = app.Services.GetRequiredService<VisitCheck>();
        await using var context = await app.Services.GetRequiredService<IDbContextFactory<TrackingDbContext>>().CreateDbContextAsync(cancellationToken);
        var sites = siteId is { } id
            ? [await CommandProgram.FindSiteAsync(app.Services, id, cancellationToken)]
            : await context.Sites.AsNoTracking().OrderBy(site => site.Id).ToListAsync(cancellationToken);

        var differences = new List<Difference>();
        foreach (var site in sites)
        {
            var progress = new ProgressLine(program.Console, $"Checking {site.Name}", "visits");
            var result = await check.CheckAsync(site, progress.Report, cancellationToken);
            progress.Clear();
            differences.AddRange(result.Differences);
            await program.Console.Output.WriteLineAsync(Summary(site.Id, site.Name, result));
        }

        differences.AddRange(siteId is null ? await check.CheckStraysAsync(cancellationToken) : []);
        foreach (var difference in differences)
        {
            await program.Console.Output.WriteLineAsync(difference.ToString());
        }

        await program.Console.Output.WriteLineAsync(differences.Count == 0 ? "No differences." : string.Create(CultureInfo.InvariantCulture, $"{differences.Count:N0} differences."));
        return differences.Count == 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static string Summary(int siteId, string name, SiteCheck check)
    {
        var refusals = string.Concat(check.Refusals.OrderBy(entry => entry.Key).Select(entry => string.Create(CultureInfo.InvariantCulture, $" + {entry.Value:N0} {entry.Key}")));
        var received = check.Visits + check.Refusals.Values.Sum();
        return string.Create(CultureInfo.InvariantCulture, $"site {siteId} ({name}): {check.Days:N0} days, {received:N0} received = {check.Visits:N0} stored{refusals}");
    }
}
