using System.Globalization;
using BlazorTracking.Data;
using BlazorTracking.Features.Visits.ClickHouse;
using BlazorTracking.Features.Visits.DuckDb;
using BlazorTracking.Operation;
using LinqToDB.Async;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Visits;

/// <summary>Knows which engine has held the visits so far, so that another one is not taken for a site without any.</summary>
internal sealed partial class VisitEngines(
    IServiceProvider services,
    IDbContextFactory<TrackingDbContext> contexts,
    DatabaseConnection database,
    VisitEngineChoice choice,
    ILogger<VisitEngines> logger)
{
    /// <summary>Opens the configured engine and writes down that it holds the visits from now on.</summary>
    /// <exception cref="SettingException">It cannot be used, or lacks visits that another engine holds.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var engine = choice.Engine;
        await Store(engine).PrepareAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var holder = await context.VisitHolders.FindAsync([VisitHolder.OnlyId], cancellationToken);

        // Before it was written down there was no engine but the database.
        await CheckAsync(holder ?? new VisitHolder { Engine = VisitEngine.Database, Location = Location(VisitEngine.Database) }, engine, cancellationToken);
        if (holder is null)
        {
            holder = new VisitHolder { Engine = engine, Location = Location(engine) };
            context.Add(holder);
        }

        (holder.Engine, holder.Location) = (engine, Location(engine));
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task CheckAsync(VisitHolder holder, VisitEngine engine, CancellationToken cancellationToken)
    {
        if (holder.Engine == engine)
        {
            return;
        }

        var (held, problem) = await CountHeldAsync(holder, cancellationToken);
        if (held == 0)
        {
            return;
        }

        // Copied visits are there; more may have come, or been removed, since then.
        var own = await CountAsync(engine, cancellationToken);
        if (own < (held ?? 1))
        {
            throw new SettingException(Sentence(holder, held, problem, engine, own));
        }

        Log.Changed(logger, holder.Engine, engine);
    }

    private async Task<(long? Visits, string? Problem)> CountHeldAsync(VisitHolder holder, CancellationToken cancellationToken)
    {
        try
        {
            var visits = IsThere(holder.Engine) ? await CountAsync(holder.Engine, cancellationToken) : 0;
            return visits > 0 || holder.Location == Location(holder.Engine) ? (visits, null) : (null, "the settings no longer say so");
        }
        catch (SettingException exception)
        {
            return (null, exception.Message);
        }
    }

    private async Task<long> CountAsync(VisitEngine engine, CancellationToken cancellationToken)
    {
        var store = Store(engine);
        await store.PrepareAsync(cancellationToken);
        return await store.QueryAsync((visits, token) => AsyncExtensions.LongCountAsync(visits, token), cancellationToken);
    }

    // What is only asked for its visits is not made.
    private bool IsThere(VisitEngine engine) => engine != VisitEngine.DuckDb || File.Exists(Location(engine));

    private IVisitStore Store(VisitEngine engine) => services.GetRequiredKeyedService<IVisitStore>(engine);

    private string Location(VisitEngine engine) => engine switch
    {
        VisitEngine.DuckDb => services.GetRequiredService<DuckDbFile>().Location,
        VisitEngine.ClickHouse => services.GetRequiredService<ClickHouseServer>().Location,
        _ => database.Location,
    };

    private string Sentence(VisitHolder holder, long? held, string? problem, VisitEngine engine, long own)
    {
        var inHolder = held is { } visits
            ? string.Create(CultureInfo.InvariantCulture, $"{holder.Engine} ({holder.Location}) holds {visits}")
            : $"the visits so far are in {holder.Engine} ({holder.Location}), where they cannot be counted: {problem?.TrimEnd('.')}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{choice.Statement} ({Location(engine)}), which holds {own} visits, but {inHolder}. Copy them with “visits copy --from {holder.Engine} --to {engine}”, or set Visits:Engine to {holder.Engine}.");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The visits were in {Former} until now and are in {Engine} from now on. What {Former} still holds is not looked at any more.")]
        public static partial void Changed(ILogger logger, VisitEngine former, VisitEngine engine);
    }
}
