using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Who a visitor is for one day of one site: SipHash under the day's salt over site, address and user agent. Nothing is
/// stored in the visitor's browser, and without the salt nothing can be read back from the number.
/// </summary>
public static class VisitorIdentity
{
    private const int UserAgentMaximum = 1_000;

    // Of a million visitors of a day so many bits make two alike once in 563 days (n² / 2⁴⁹), and a column store keeps
    // them in three quarters of 64 (decision 0009).
    private const int Bits = 48;

    /// <param name="salt">The secret of the day, at least <see cref="SipHash.KeyLength"/> bytes; those after them are not used.</param>
    /// <returns>0 to 2⁴⁸ − 1.</returns>
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

        return (long)(SipHash.Of(salt.AsSpan(0, SipHash.KeyLength), message[..length]) >> (64 - Bits));
    }
}
