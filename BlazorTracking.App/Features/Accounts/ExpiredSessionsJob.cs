namespace BlazorTracking.Features.Accounts;

/// <summary>Removes expired sessions once an hour.</summary>
public sealed partial class ExpiredSessionsJob(AccountSessions sessions, TimeProvider time, ILogger<ExpiredSessionsJob> logger) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RemoveExpiredAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task RemoveExpiredAsync(CancellationToken stoppingToken)
    {
        try
        {
            await sessions.RemoveExpiredAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Expired sessions could not be removed; the next attempt is in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
