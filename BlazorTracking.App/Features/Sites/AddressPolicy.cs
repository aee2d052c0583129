namespace BlazorTracking.Features.Sites;

/// <summary>What is kept of a visitor's address. The values are stored: never renumber them.</summary>
public enum AddressPolicy
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The network: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address.</summary>
    Truncated = 1,

    /// <summary>The whole address.</summary>
    Full = 2,
}
