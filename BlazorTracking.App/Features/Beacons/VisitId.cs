using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Beacons;

/// <summary>
/// Makes a visit's id. The same beacon id of the same site always makes the same visit id, so that a retry is stored
/// once; a beacon without one gets a new id.
/// </summary>
internal static class VisitId
{
    /// <summary>The length of a Unix time in milliseconds in base 36, from 1972 to 2059.</summary>
    private const int TimeLength = 8;

    private static readonly TimeSpan _plausibleClockError = TimeSpan.FromDays(2);

    public static Guid Of(int siteId, string beaconId, DateTimeOffset now)
    {
        if (beaconId.Length == 0)
        {
            return New(now);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{siteId}/{beaconId}")), hash);

        // Ids that grow with time keep the index's new entries side by side. The time is the client's and orders
        // nothing but the index, so a wrong clock costs locality and no more.
        return ReadTime(beaconId) is { } time && (now - time).Duration() < _plausibleClockError
            ? VisitIdTime.Compose(time.ToUnixTimeMilliseconds(), hash)
            : new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>An id that no other visit has.</summary>
    public static Guid New(DateTimeOffset time)
    {
        Span<byte> distinction = stackalloc byte[VisitIdTime.DistinctionLength];
        RandomNumberGenerator.Fill(distinction);
        return VisitIdTime.Compose(time.ToUnixTimeMilliseconds(), distinction);
    }

    /// <summary>The time with which the tracking script begins its ids: <c>Date.now().toString(36)</c>, then a hyphen.</summary>
    private static DateTimeOffset? ReadTime(string beaconId)
    {
        if (beaconId.Length <= TimeLength || beaconId[TimeLength] != '-')
        {
            return null;
        }

        long milliseconds = 0;
        foreach (var digit in beaconId.AsSpan(0, TimeLength))
        {
            var value = char.IsAsciiDigit(digit) ? digit - '0' : char.IsAsciiLetterLower(digit) ? digit - 'a' + 10 : -1;
            if (value < 0)
            {
                return null;
            }

            milliseconds = (milliseconds * 36) + value;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
