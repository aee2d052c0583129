namespace BlazorTracking.Features.Visitors;

/// <summary>Removes old salts once an hour.</summary>
public sealed partial class SaltRemovalJob(DailySalts salts, TimeProvider time, ILogger<SaltRemovalJob> logger) : BackgroundService
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
        [LoggerMessage(Level = LogLevel.Error, Message = "Old visitor salts could not be removed; tried again in an hour.")]
        public static partial void NotRemoved(ILogger logger, Exception exception);
    }
}
