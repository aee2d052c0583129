namespace BlazorTracking.Features.Commands.Import;

/// <summary>Takes back imports that were killed, at the start and once a minute: an import is a process of its own beside the server.</summary>
internal sealed partial class AbandonedImportJob(AbandonedImports imports, TimeProvider time, ILogger<AbandonedImportJob> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        try
        {
            do
            {
                await TakeBackAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task TakeBackAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await imports.TakeBackAsync(stoppingToken) is > 0 and var count)
            {
                Log.TakenBack(logger, count);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotTakenBack(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} imports were interrupted; the visits that they had stored were removed.")]
        public static partial void TakenBack(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "An interrupted import could not be taken back; tried again in a minute.")]
        public static partial void NotTakenBack(ILogger logger, Exception exception);
    }
}
