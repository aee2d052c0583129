namespace BlazorTracking.Features.Visitors;

/// <summary>Reads the patterns and builds the first expressions beside the start, so that no visitor waits for it.</summary>
internal sealed class AgentWarmUp(AgentReader agents, BotDetector bots) : BackgroundService
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Chrome =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private const string Safari =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var userAgent in (string[])[Firefox, Chrome, Safari])
        {
            bots.IsBot(userAgent);
            agents.Read(userAgent, ClientHints.None);
        }

        return Task.CompletedTask;
    }
}
