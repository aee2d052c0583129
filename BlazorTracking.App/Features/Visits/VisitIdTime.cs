using System.Buffers.Binary;

namespace BlazorTracking.Features.Visits;

/// <summary>
/// The time with which an id begins. It is close to when the visit occurred, but for ids that were made from a beacon's
/// own id without a time: an engine without a unique index finds visits by it.
/// </summary>
internal static class VisitIdTime
{
    /// <summary>Milliseconds. A client's clock is believed when it is wrong by two days at most; anything more than that does here.</summary>
    public const long Tolerance = 3 * 24 * 3_600_000L;

    /// <summary>Whether the id begins with a time close to the visit's.</summary>
    public static bool IsIn(Visit visit) => Math.Abs(Of(visit.Id) - visit.OccurredAt) <= Tolerance;

    /// <summary>What the first 48 bits say as Unix milliseconds.</summary>
    public static long Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
    }
}
