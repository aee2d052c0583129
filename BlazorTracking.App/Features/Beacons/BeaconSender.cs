using System.Net;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Beacons;

/// <summary>What the server itself sees of who sent a beacon. Nothing of it is taken from the beacon's fields.</summary>
/// <param name="Address">The client's address, from a trusted proxy where there is one; null where the connection has none.</param>
/// <param name="OriginHost">The host in the <c>Origin</c> header, else in <c>Referer</c>; empty if neither names one.</param>
public sealed record BeaconSender(IPAddress? Address, string UserAgent, ClientHints Hints, string OriginHost, string AcceptLanguage)
{
    public static BeaconSender Of(HttpContext context)
    {
        var headers = context.Request.Headers;
        var origin = Origins.HostOf(headers.Origin.ToString());
        return new BeaconSender(
            context.Connection.RemoteIpAddress is { } address ? AddressRules.Normalise(address) : null,
            headers.UserAgent.ToString(),
            ClientHints.From(headers),
            origin.Length > 0 ? origin : PageAddress.Read(headers.Referer.ToString())?.Host ?? "",
            headers.AcceptLanguage.ToString());
    }
}
