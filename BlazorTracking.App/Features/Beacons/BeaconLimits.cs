using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// How many beacons an address may send and a site may receive. Addresses and sites share a fixed number of counters by
/// hash, so that no flood of new ones can fill the memory.
/// </summary>
public sealed class BeaconLimits : IDisposable
{
    private const int Partitions = 65_536;

    private readonly PartitionedRateLimiter<IPAddress>? _byAddress;
    private readonly PartitionedRateLimiter<int>? _bySite;

    public BeaconLimits(IOptions<BeaconsOptions> options)
    {
        var limits = options.Value;
        if (limits.AddressLimitPerMinute > 0)
        {
            _byAddress = PartitionedRateLimiter.Create<IPAddress, int>(address =>
                Window(PartitionOf(address), limits.AddressLimitPerMinute, TimeSpan.FromMinutes(1)));
        }

        if (limits.SiteLimitPerSecond > 0)
        {
            _bySite = PartitionedRateLimiter.Create<int, int>(siteId =>
                Window(siteId % Partitions, limits.SiteLimitPerSecond, TimeSpan.FromSeconds(1)));
        }
    }

    /// <summary>Null if the address may send one more, else when it may try again.</summary>
    public TimeSpan? CheckAddress(IPAddress? address) => _byAddress is null || address is null ? null : Check(_byAddress, address);

    /// <summary>Null if the site may receive one more, else when to try again.</summary>
    public TimeSpan? CheckSite(int siteId) => _bySite is null ? null : Check(_bySite, siteId);

    public void Dispose()
    {
        _byAddress?.Dispose();
        _bySite?.Dispose();
    }

    private static TimeSpan? Check<T>(PartitionedRateLimiter<T> limiter, T resource)
    {
        using var lease = limiter.AttemptAcquire(resource);
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
    }

    private static RateLimitPartition<int> Window(int partition, int limit, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(partition, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limit,
            Window = window,
            QueueLimit = 0,
        });

    /// <summary>An IPv6 subscriber has a /64 network at least: its last 64 bits are the sender's free choice.</summary>
    private static int PartitionOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        var network = new HashCode();
        network.AddBytes(bytes[..(address.AddressFamily == AddressFamily.InterNetworkV6 ? 8 : length)]);
        return (network.ToHashCode() & int.MaxValue) % Partitions;
    }
}
