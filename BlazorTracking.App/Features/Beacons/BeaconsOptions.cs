using System.ComponentModel.DataAnnotations;

namespace BlazorTracking.Features.Beacons;

public sealed class BeaconsOptions
{
    public const string Section = "Beacons";

    /// <summary>Beacons that one address (IPv6: one /64 network) may send a minute; 0 = no limit.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Beacons:AddressLimitPerMinute must be 0 (no limit) or more.")]
    public int AddressLimitPerMinute { get; init; } = 3_000;

    /// <summary>Beacons that one site may receive a second; 0 = no limit.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Beacons:SiteLimitPerSecond must be 0 (no limit) or more.")]
    public int SiteLimitPerSecond { get; init; } = 2_000;

    /// <summary>The largest body of a beacon in bytes.</summary>
    [Range(1_024, 1_048_576, ErrorMessage = "Beacons:MaximumBodyBytes must be between 1024 and 1048576.")]
    public int MaximumBodyBytes { get; init; } = 32 * 1024;

    /// <summary>Beacons that may wait for their commit; one more is answered with 503.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Beacons:QueueCapacity must be between 1 and 1000000.")]
    public int QueueCapacity { get; init; } = 10_000;

    /// <summary>The most visits that one transaction stores.</summary>
    [Range(1, 10_000, ErrorMessage = "Beacons:BatchSize must be between 1 and 10000.")]
    public int BatchSize { get; init; } = 500;
}
