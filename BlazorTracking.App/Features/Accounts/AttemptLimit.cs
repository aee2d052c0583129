using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Accounts;

/// <summary>How often one address may try a secret. An IPv6 address counts with its whole /64 network.</summary>
public sealed class AttemptLimit : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter;

    public AttemptLimit(IOptions<AccountsOptions> options)
    {
        var permits = options.Value.AttemptLimitPerMinute;
        _limiter = PartitionedRateLimiter.Create<IPAddress, string>(address => permits == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(NetworkOf(address), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }));
    }

    /// <summary>Counts an attempt; false when there were too many in the last minute.</summary>
    public bool TryTake(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
