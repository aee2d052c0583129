using System.CommandLine;
using System.Globalization;
using BlazorTracking.Data;
using BlazorTracking.Features.Commands.Import;
using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;

namespace BlazorTracking.Features.Commands.Copy;

/// <summary><c>visits copy</c></summary>
internal static class CopyCommand
{
    /// <summary>Visits may arrive while others are copied; what arrives faster than it is copied is not waited for.</summary>
    private const int Passes = 5;

    private const string LockFile = "copy.lock";

    public static Command Create(CommandProgram program)
    {
        var from = Engine("--from", "The engine that holds the visits.");
        var to = Engine("--to", "The engine that they are copied to. What it holds already stays, and is not stored twice.");
        var command = new Command("copy", "Copies the visits of all sites from one engine to another, and goes on where an interrupted copy ended.") { from, to };
        command.Validators.Add(result =>
        {
            if (result.GetValue(from) is { } one && one == result.GetValue(to))
            {
                result.AddError($"--from and --to are both {one}: name two engines.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(program, Parse(parsed.GetValue(from)), Parse(parsed.GetValue(to)), cancellationToken));
        return command;
    }

    private static Option<string> Engine(string name, string description) =>
        new Option<string>(name) { Description = description, HelpName = "ENGINE", Required = true }.AcceptOnlyFromAmong(Enum.GetNames<VisitEngine>());

    private static VisitEngine Parse(string? name) => Enum.Parse<VisitEngine>(name!);

    private static async Task<int> RunAsync(CommandProgram program, VisitEngine from, VisitEngine to, CancellationToken cancellationToken)
    {
        await using var app = await program.OpenAsync();
        await using var alone = Lock(app.Services.GetRequiredService<DataDirectory>());
        var source = await OpenAsync(app.Services, from, mustExist: true, cancellationToken);
        var target = await OpenAsync(app.Services, to, mustExist: false, cancellationToken);
        await new AbandonedImports(source, app.Services.GetRequiredService<DataDirectory>()).TakeBackAsync(cancellationToken);
        try
        {
            var copied = await CopyAsync(program.Console, source, target, cancellationToken);
            await TellSitesAsync(program.Console, (from, source), (to, target), cancellationToken);
            if (copied is null)
            {
                throw new CommandException($"Visits arrive in {from} faster than they are found missing in {to}. End the server and run the same command again: it goes on where it was.");
            }

            var isConfigured = app.Services.GetRequiredService<VisitEngineChoice>().Engine == to;
            var next = isConfigured ? "" : $" Start the server with Visits:Engine={to}.";
            await program.Console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Copied {copied:N0} visits. {to} holds every visit that {from} holds.{next}"));
            return ExitCode.Good;
        }
        catch (OperationCanceledException exception)
        {
            throw new CommandException("Interrupted. Run the same command again: it goes on where it was.", exception);
        }
        catch (DuplicateVisitException exception)
        {
            throw new CommandException($"Something else stores visits in {to} that are copied to it. Run the same command again when that has ended: it goes on where it was.", exception);
        }
    }

    /// <summary>How many visits were copied; null where there were always more. The last pass finds nothing missing, which is the proof.</summary>
    private static async Task<long?> CopyAsync(CommandConsole console, IVisitStore source, IVisitStore target, CancellationToken cancellationToken)
    {
        var copy = new VisitCopy(source, target);
        var copied = 0L;
        for (var pass = 1; pass <= Passes; pass++)
        {
            var sites = await VisitCopy.CountAsync(source, cancellationToken);
            var total = Math.Max(1, sites.Values.Sum());
            var line = new ProgressLine(console, pass == 1 ? "Copying" : "Verifying", "visits");
            var (missing, seen) = (0L, 0L);
            foreach (var site in sites.Keys)
            {
                missing += await copy.CopyMissingAsync(site, count => line.Report((double)(seen += count) / total, seen), cancellationToken);
            }

            line.Clear();
            copied += missing;
            if (missing == 0)
            {
                return copied;
            }
        }

        return null;
    }

    private static async Task TellSitesAsync(
        CommandConsole console, (VisitEngine Engine, IVisitStore Store) from, (VisitEngine Engine, IVisitStore Store) to, CancellationToken cancellationToken)
    {
        var here = await VisitCopy.CountAsync(from.Store, cancellationToken);
        var there = await VisitCopy.CountAsync(to.Store, cancellationToken);
        foreach (var (site, count) in here)
        {
            await console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"site {site}: {count:N0} visits in {from.Engine}, {there.GetValueOrDefault(site):N0} in {to.Engine}"));
        }
    }

    private static async Task<IVisitStore> OpenAsync(IServiceProvider services, VisitEngine engine, bool mustExist, CancellationToken cancellationToken)
    {
        if (mustExist && engine == VisitEngine.DuckDb && services.GetRequiredService<DuckDbFile>().Location is var file && !File.Exists(file))
        {
            throw new CommandException($"DuckDb holds no visits: there is no file {file}.");
        }

        var store = services.GetRequiredKeyedService<IVisitStore>(engine);
        await store.PrepareAsync(cancellationToken);
        return store;
    }

    private static FileStream Lock(DataDirectory directory)
    {
        try
        {
            return new FileStream(directory.PathOf(LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new CommandException("Another copy runs. Wait for its end.", exception);
        }
    }
}
