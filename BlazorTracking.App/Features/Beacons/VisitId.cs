using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BlazorTracking.Features.Visitors;
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

    // Known to everybody: a retry has its visit's id after a restart and on another server too.
    private static readonly byte[] _firstHalf = "id of a visit, 1"u8.ToArray();
    private static readonly byte[] _secondHalf = "id of a visit, 2"u8.ToArray();

    // Counted on from a number of chance: what is drawn anew for each visit is alike now and then.
    private static int _latest = RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <param name="siteId">The site that the beacon names.</param>
    /// <param name="beaconId">Empty, or ASCII of at most <see cref="Beacon.IdMaxLength"/> characters.</param>
    /// <param name="now">The server's time.</param>
    /// <exception cref="ArgumentException">The beacon's id is longer.</exception>
    public static Guid Of(int siteId, string beaconId, DateTimeOffset now)
    {
        if (beaconId.Length == 0)
        {
            return New(now);
        }

        Span<byte> name = stackalloc byte[sizeof(int) + Beacon.IdMaxLength];
        BinaryPrimitives.WriteInt32LittleEndian(name, siteId);
        name = name[..(sizeof(int) + Encoding.ASCII.GetBytes(beaconId, name[sizeof(int)..]))];

        Span<byte> hash = stackalloc byte[2 * sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(hash, SipHash.Of(_firstHalf, name));

        // Ids that grow with time keep the index's new entries side by side. The time is the client's and orders
        // nothing but the index, so a wrong clock costs locality and no more.
        if (ReadTime(beaconId) is { } time && (now - time).Duration() < _plausibleClockError)
        {
            return VisitIdTime.Compose(time.ToUnixTimeMilliseconds(), hash);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(hash[sizeof(ulong)..], SipHash.Of(_secondHalf, name));
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>
    /// An id that no other has that was made here. Those of another process, and those made from a beacon's id, are the
    /// same once in 2³² pairs of one millisecond.
    /// </summary>
    public static Guid New(DateTimeOffset time)
    {
        Span<byte> distinction = stackalloc byte[VisitIdTime.DistinctionLength];
        BinaryPrimitives.WriteInt32BigEndian(distinction, Interlocked.Increment(ref _latest));
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
