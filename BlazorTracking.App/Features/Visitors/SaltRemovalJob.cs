namespace BlazorTracking.Features.Visitors;

/// <summary>Removes once an hour what is kept of visitors for a time only: the salts of the days, and the weeks of those who are recognised.</summary>
public sealed partial class SaltRemovalJob(DailySalts salts, WeeklyVisitors weeks, TimeProvider time, ILogger<SaltRemovalJob> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        try
        {
            do
            {
                try
                {
                    await salts.RemoveOldAsync(stoppingToken);
                    await weeks.RemoveOldAsync(stoppingToken);
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
            // The program ends.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Old salts and weeks of visitors could not be removed; tried again in an hour.")]
        public static partial void NotRemoved(ILogger logger, Exception exception);
    }
}
