using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>Says at the start that passwords are hashed with fewer iterations than recommended.</summary>
public sealed partial class PasswordIterationsWarning(IOptions<AccountsOptions> options, ILogger<PasswordIterationsWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.PasswordIterations < AccountsOptions.RecommendedPasswordIterations)
        {
            Log.TooFew(logger, options.Value.PasswordIterations, AccountsOptions.RecommendedPasswordIterations);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Accounts:PasswordIterations is {Iterations}; at least {Recommended} are recommended.")]
        public static partial void TooFew(ILogger logger, int iterations, int recommended);
    }
}
