using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Which visitor has seen which page on the site's current day, as hashes of 64 bits: eight bytes a pair, however long the
/// path. That two of a hundred million pairs are taken for one has a chance below one in three thousand.
/// </summary>
internal sealed class PageVisitors
{
    // Of this process: nobody can choose paths that are taken for one another.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SipHash.KeyLength);

    private readonly DailySet _seen = new();

    public bool Contains(long visitorId, string path) => _seen.Contains(Identity(visitorId, path));

    /// <param name="visitorId">Who.</param>
    /// <param name="path">The page.</param>
    /// <param name="occurredAt">When: UTC, Unix milliseconds.</param>
    public void Add(long visitorId, string path, long occurredAt) => _seen.Add(Identity(visitorId, path), occurredAt);

    /// <inheritdoc cref="DailySet.Forget"/>
    public void Forget(long now) => _seen.Forget(now);

    private long Identity(long visitorId, string path)
    {
        Span<byte> key = stackalloc byte[SipHash.KeyLength];
        _key.CopyTo(key);
        BinaryPrimitives.WriteInt64LittleEndian(key, BinaryPrimitives.ReadInt64LittleEndian(key) ^ visitorId);
        return (long)SipHash.Of(key, MemoryMarshal.AsBytes(path.AsSpan()));
    }
}
