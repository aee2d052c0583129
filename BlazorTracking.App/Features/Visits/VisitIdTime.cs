using System.Buffers.Binary;

namespace BlazorTracking.Features.Visits;

/// <summary>
/// The time in a visit's id: 48 bits of zeros, 48 bits of Unix milliseconds, 32 bits that tell the visits of a
/// millisecond apart. Ids of neighbours in time are close to each other as numbers, so that an index is written at its
/// end and a column store packs them into half (decision 0009). It is close to when the visit occurred, but for ids that
/// were made from a beacon's own id without a time: an engine without a unique index finds visits by it.
/// </summary>
internal static class VisitIdTime
{
    /// <summary>Milliseconds. A client's clock is believed when it is wrong by two days at most; anything more than that does here.</summary>
    public const long Tolerance = 3 * 24 * 3_600_000L;

    /// <summary>How many bytes of an id tell the visits of a millisecond apart.</summary>
    public const int DistinctionLength = 4;

    private const int IdLength = 16;
    private const int TimeAt = 6;
    private const int TimeLength = 6;

    /// <param name="milliseconds">Unix time, 0 to 2⁴⁸ − 1.</param>
    /// <param name="distinction">The first <see cref="DistinctionLength"/> bytes are used.</param>
    public static Guid Compose(long milliseconds, ReadOnlySpan<byte> distinction)
    {
        Span<byte> id = stackalloc byte[IdLength];
        id.Clear();

        // The two bytes above the time's 48 bits are zeros of the id.
        BinaryPrimitives.WriteInt64BigEndian(id[(TimeAt + TimeLength - sizeof(long))..], milliseconds);
        distinction[..DistinctionLength].CopyTo(id[(TimeAt + TimeLength)..]);
        return new Guid(id, bigEndian: true);
    }

    /// <summary>Whether the id has a time close to the visit's.</summary>
    public static bool IsIn(Visit visit) => Math.Abs(Of(visit.Id) - visit.OccurredAt) <= Tolerance;

    /// <summary>
    /// What stands in the time's place, as Unix milliseconds. Ids of before decision 0009, and UUIDs of version 7, have
    /// it in their first 48 bits.
    /// </summary>
    public static long Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdLength];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var start = bytes[..TimeAt].ContainsAnyExcept((byte)0) ? 0 : TimeAt;
        return BinaryPrimitives.ReadInt64BigEndian(bytes[start..]) >>> 16;
    }

    /// <summary>The earliest and the latest time that stands in one of the ids, as Unix milliseconds.</summary>
    public static (long Earliest, long Latest) Range(IEnumerable<Guid> ids)
    {
        var (earliest, latest) = (long.MaxValue, long.MinValue);
        foreach (var id in ids)
        {
            var time = Of(id);
            (earliest, latest) = (Math.Min(earliest, time), Math.Max(latest, time));
        }

        return (earliest, latest);
    }
}
