using System.Collections.Concurrent;
using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;
using AsyncExtensions = LinqToDB.Async.AsyncExtensions;

namespace BlazorTracking.Features.Sites;

/// <summary>
/// Removes what was written behind the deletion of a site: a beacon that was let in before may still wait for the rest of
/// its body, or for its commit. The site's visits are deleted once more when that is over for certain; what a program
/// left that ended before is found at the next start.
/// </summary>
public sealed partial class DeletedSites(
    IDbContextFactory<TrackingDbContext> contexts, IVisitStore visits, TimeProvider clock, ILogger<DeletedSites> logger) : BackgroundService
{
    /// <summary>Longer than the slowest beacon that is taken: 32 KB at the server's least rate, and the wait for its commit.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<(int SiteId, DateTimeOffset DeletedAt)> _deleted = new();

    /// <summary>To be called when the site is gone, before its visits are deleted.</summary>
    public void Note(int siteId) => _deleted.Enqueue((siteId, clock.GetUtcNow()));

    /// <summary>Removes the visits of sites that are not there.</summary>
    public async Task RemoveOrphansAsync(CancellationToken cancellationToken)
    {
        // The visits first: a site whose visits were seen and that is not there afterwards was deleted.
        var visited = await visits.QueryAsync(
            (all, cancellation) => AsyncExtensions.ToListAsync(all.Select(visit => visit.SiteId).Distinct(), cancellation), cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = (await context.Sites.Select(site => site.Id).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var siteId in visited.Where(siteId => !known.Contains(siteId)))
        {
            await visits.DeleteSiteAsync(siteId, cancellationToken);
            Log.Removed(logger, siteId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        var hasLooked = false;
        try
        {
            do
            {
                try
                {
                    if (!hasLooked)
                    {
                        await RemoveOrphansAsync(stoppingToken);
                        hasLooked = true;
                    }

                    await DeleteAgainAsync(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    Log.NotRemoved(logger, exception);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; the next start looks for what is left.
        }
    }

    private async Task DeleteAgainAsync(CancellationToken cancellationToken)
    {
        while (_deleted.TryPeek(out var deleted) && clock.GetUtcNow() - deleted.DeletedAt >= Settling)
        {
            await visits.DeleteSiteAsync(deleted.SiteId, cancellationToken);
            _deleted.TryDequeue(out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Visits that were left of the deleted site {SiteId} were removed.")]
        public static partial void Removed(ILogger logger, int siteId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The visits of deleted sites could not be removed; tried again in half a minute.")]
        public static partial void NotRemoved(ILogger logger, Exception exception);
    }
}
