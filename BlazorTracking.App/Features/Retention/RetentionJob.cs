namespace BlazorTracking.Features.Retention;

/// <summary>Looks once an hour for visits that are too old: a site's day ends at some hour or other.</summary>
public sealed partial class RetentionJob(VisitRetention retention, TimeProvider time, ILogger<RetentionJob> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        try
        {
            do
            {
                await RemoveOldAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task RemoveOldAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var site in await retention.ListSitesAsync(stoppingToken))
            {
                if (await retention.RemoveOldAsync(site, stoppingToken))
                {
                    Log.Removed(logger, site.Id);
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotRemoved(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Visits of site {SiteId} that were older than they are kept were removed.")]
        public static partial void Removed(ILogger logger, int siteId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Visits that are older than they are kept could not be removed; tried again in an hour.")]
        public static partial void NotRemoved(ILogger logger, Exception exception);
    }
}
