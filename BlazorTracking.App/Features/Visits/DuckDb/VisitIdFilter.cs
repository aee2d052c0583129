using System.Buffers.Binary;
using System.Numerics;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Knows of almost every new id that it is not stored, without asking the table: Bloom filters (B. H. Bloom,
/// "Space/time trade-offs in hash coding with allowable errors", 1970) in blocks of a cache line (F. Putze, P. Sanders
/// and J. Singler, "Cache-, hash- and space-efficient Bloom filters", 2007), over the ids of all visits since an instant
/// and of those that are not found by the time in their id. Filled one after the other, twice as large each.
/// </summary>
/// <param name="since">From when on its visits are all in it: UTC, Unix milliseconds.</param>
internal sealed class VisitIdFilter(long since)
{
    private const int FirstCapacity = 1 << 15;
    private const int LargestCapacity = 1 << 24;

    private readonly List<Part> _parts = [new(FirstCapacity)];

    /// <summary>From when on the ids of all visits are in it: UTC, Unix milliseconds.</summary>
    public long Since { get; private set; } = since;

    /// <summary>False where no visit with this id was added, and none before <see cref="Since"/> can have it. About one new id in a thousand is true.</summary>
    public bool MayHold(Guid id)
    {
        if (VisitIdTime.Of(id) - VisitIdTime.Tolerance < Since)
        {
            return true;
        }

        var hash = Hash(id);
        foreach (var part in _parts)
        {
            if (part.MayHold(hash))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="id">The visit's.</param>
    /// <param name="occurredAt">UTC, Unix milliseconds.</param>
    /// <param name="hasTime"><see cref="VisitIdTime.IsIn"/>.</param>
    public void Add(Guid id, long occurredAt, bool hasTime)
    {
        if (_parts[^1].IsFull)
        {
            _parts.Add(new(Math.Min(2 * _parts[^1].Capacity, LargestCapacity)));
        }

        // What is not found by its time is never given up.
        _parts[^1].Add(Hash(id), hasTime ? occurredAt : long.MaxValue);
    }

    /// <summary>Gives the memory back of those filled parts that hold nothing younger.</summary>
    /// <param name="time">UTC, Unix milliseconds.</param>
    public void ForgetBefore(long time)
    {
        foreach (var part in _parts.Where(part => part.IsFull && part.Newest < time).ToList())
        {
            _parts.Remove(part);
            Since = Math.Max(Since, part.Newest + 1);
        }

        if (_parts.Count == 0)
        {
            _parts.Add(new(FirstCapacity));
        }
    }

    // Ids that differ in any bit differ all over (the finalizer of MurmurHash3, A. Appleby, 2011, public domain).
    private static ulong Hash(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), 23);
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    private sealed class Part(int capacity)
    {
        private const int BitsPerId = 24;
        private const int WordsPerBlock = 8;
        private const int BitsPerBlock = 512;

        // Each id sets one bit in each word of its block.
        private readonly ulong[] _words = GC.AllocateArray<ulong>((int)((long)capacity * BitsPerId / BitsPerBlock) * WordsPerBlock);
        private int _count;

        public int Capacity => capacity;

        public bool IsFull => _count >= capacity;

        /// <summary>When the youngest of its visits occurred: UTC, Unix milliseconds.</summary>
        public long Newest { get; private set; } = long.MinValue;

        public void Add(ulong hash, long occurredAt)
        {
            var bits = Bits(hash);
            foreach (ref var word in Block(hash))
            {
                word |= 1UL << (int)(bits & 63);
                bits >>= 6;
            }

            Newest = Math.Max(Newest, occurredAt);
            _count++;
        }

        public bool MayHold(ulong hash)
        {
            var bits = Bits(hash);
            foreach (var word in Block(hash))
            {
                if ((word & (1UL << (int)(bits & 63))) == 0)
                {
                    return false;
                }

                bits >>= 6;
            }

            return true;
        }

        // The block by the upper half, the bits by all of it once more.
        private Span<ulong> Block(ulong hash) =>
            _words.AsSpan((int)(((hash >> 32) * (ulong)(_words.Length / WordsPerBlock)) >> 32) * WordsPerBlock, WordsPerBlock);

        private static ulong Bits(ulong hash) => (hash * 0x9e3779b97f4a7c15) >> 16;
    }
}
