using System.Net;
using BlazorTracking.Features.Accounts;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>How often one address may ask for badges. Whoever looks at a page with one asks once; who guesses tokens asks often.</summary>
public sealed class BadgeLimit : IDisposable
{
    private const int PerMinute = 120;

    private readonly AttemptLimit _limit = new(Options.Create(new AccountsOptions { AttemptLimitPerMinute = PerMinute }));

    /// <inheritdoc cref="AttemptLimit.TryTake"/>
    public bool TryTake(IPAddress? address) => _limit.TryTake(address);

    public void Dispose() => _limit.Dispose();
}
