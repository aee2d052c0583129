using System.Collections.Concurrent;
using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// Counts the beacons that became no new visit, by site, day and reason. Counted in memory, written every second and
/// at the end; what could not be written stays counted and is tried again.
/// </summary>
public sealed partial class Ledger(IDbContextFactory<TrackingDbContext> contexts, TimeProvider time, ILogger<Ledger> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Key, long> _counts = new();
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Notes a refusal. <paramref name="site"/> is null where the beacon named no site that exists.</summary>
    public void Count(TrackedSite? site, RefusalReason reason, long count = 1)
    {
        var now = time.GetUtcNow();
        var key = new Key(site?.Id ?? 0, site?.DateAt(now) ?? DateOnly.FromDateTime(now.UtcDateTime), reason);
        _counts.AddOrUpdate(key, count, (_, sum) => sum + count);
    }

    /// <summary>Writes what was counted since the last time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            foreach (var (key, count) in _counts.Where(entry => entry.Value > 0))
            {
                await AddAsync(key, count, cancellationToken);

                // Only after it is stored: what was counted in between stays.
                _counts.AddOrUpdate(key, 0, (_, sum) => sum - count);
            }

            foreach (var empty in _counts.Where(entry => entry.Value == 0))
            {
                _counts.TryRemove(empty);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await FlushAsync(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    Log.NotWritten(logger, exception);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end: StopAsync writes the rest.
        }
    }

    private async Task AddAsync(Key key, long count, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await IncreaseAsync(context, key, count, cancellationToken) > 0)
        {
            return;
        }

        context.LedgerEntries.Add(new LedgerEntry { SiteId = key.SiteId, Date = key.Date, Reason = key.Reason, Count = count });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process was first with this row; if it was something else, the update says so.
            if (await IncreaseAsync(context, key, count, cancellationToken) == 0)
            {
                throw;
            }
        }
    }

    private static Task<int> IncreaseAsync(TrackingDbContext context, Key key, long count, CancellationToken cancellationToken) =>
        context.LedgerEntries
            .Where(entry => entry.SiteId == key.SiteId && entry.Date == key.Date && entry.Reason == key.Reason)
            .ExecuteUpdateAsync(entry => entry.SetProperty(e => e.Count, e => e.Count + count), cancellationToken);

    private sealed record Key(int SiteId, DateOnly Date, RefusalReason Reason);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The ledger of refused beacons could not be written; the counts are kept and tried again.")]
        public static partial void NotWritten(ILogger logger, Exception exception);
    }
}
