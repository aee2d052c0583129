using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Who a visitor is for one day of one site: the first 64 bits of HMAC-SHA256 (RFC 2104) under the day's salt over
/// site, address and user agent. Nothing is stored in the visitor's browser, and without the salt nothing can be read
/// back from the number.
/// </summary>
public static class VisitorIdentity
{
    private const int UserAgentMaximum = 1_000;

    public static long Of(byte[] salt, int siteId, IPAddress? address, string userAgent)
    {
        Span<byte> message = stackalloc byte[4 + 16 + (UserAgentMaximum * 3)];
        BinaryPrimitives.WriteInt32LittleEndian(message, siteId);
        var length = 4;
        if (address is not null && address.TryWriteBytes(message[length..], out var addressLength))
        {
            length += addressLength;
        }

        length += Encoding.UTF8.GetBytes(userAgent.AsSpan(0, Math.Min(userAgent.Length, UserAgentMaximum)), message[length..]);

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(salt, message[..length], hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
