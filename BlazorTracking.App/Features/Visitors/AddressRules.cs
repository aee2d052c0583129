using System.Net;
using System.Net.Sockets;
using BlazorTracking.Features.Sites;

namespace BlazorTracking.Features.Visitors;

/// <summary>What may be kept of an address.</summary>
public static class AddressRules
{
    private const int IPv4NetworkBytes = 3;
    private const int IPv6NetworkBytes = 6;

    // The networks that are not reachable from everywhere, as far as a visitor can come from one:
    // https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry
    private static readonly IPNetwork[] _privateNetworks =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
            "255.255.255.255/32", "::/128", "::1/128", "fc00::/7", "fe80::/10",
        ]).Select(IPNetwork.Parse),
    ];

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

    /// <summary>Whether the address belongs to a house, a company or a machine, not to a place on the internet.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var plain = Normalise(address);
        return Array.Exists(_privateNetworks, network => network.Contains(plain));
    }

    private static IPAddress Truncate(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? IPv4NetworkBytes : IPv6NetworkBytes;
        bytes.AsSpan(kept).Clear();
        return new IPAddress(bytes);
    }
}
