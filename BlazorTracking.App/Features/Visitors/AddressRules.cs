using System.Net;
using System.Net.Sockets;
using BlazorTracking.Features.Sites;

namespace BlazorTracking.Features.Visitors;

/// <summary>What may be kept of an address.</summary>
public static class AddressRules
{
    private const int IPv4NetworkBytes = 3;
    private const int IPv6NetworkBytes = 6;

    /// <returns>
    /// Empty, the network (the first 24 bits of an IPv4, the first 48 of an IPv6 address; the rest zero) or the address.
    /// </returns>
    public static string Keep(IPAddress? address, AddressPolicy policy) => (address, policy) switch
    {
        (null, _) => "",
        (_, AddressPolicy.Truncated) => Truncate(Normalise(address)).ToString(),
        (_, AddressPolicy.Full) => Normalise(address).ToString(),
        _ => "",
    };

    /// <summary>One form for one address: IPv4 as such where it came mapped into IPv6, and no scope id.</summary>
    public static IPAddress Normalise(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 }
            ? new IPAddress(address.GetAddressBytes())
            : address;
    }

    private static IPAddress Truncate(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? IPv4NetworkBytes : IPv6NetworkBytes;
        bytes.AsSpan(kept).Clear();
        return new IPAddress(bytes);
    }
}
