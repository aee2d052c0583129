using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// SipHash-2-4, a keyed hash of 64 bits for short messages: without the key nobody can tell its result from a random
/// number. Jean-Philippe Aumasson and Daniel J. Bernstein, "SipHash: a fast short-input PRF" (2012),
/// https://www.aumasson.jp/siphash/siphash.pdf; the tests hold the paper's own example.
/// </summary>
internal static class SipHash
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyLength = 16;

    /// <param name="key">Secret, <see cref="KeyLength"/> bytes.</param>
    /// <param name="message">Of any length.</param>
    /// <exception cref="ArgumentOutOfRangeException">The key has another length.</exception>
    public static ulong Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyLength, nameof(key));
        var state = new State(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));
        var last = (ulong)message.Length << 56;
        for (; message.Length >= sizeof(ulong); message = message[sizeof(ulong)..])
        {
            state.Compress(BinaryPrimitives.ReadUInt64LittleEndian(message));
        }

        for (var i = 0; i < message.Length; i++)
        {
            last |= (ulong)message[i] << (8 * i);
        }

        state.Compress(last);
        return state.Finish();
    }

    // The paper's names.
    [StructLayout(LayoutKind.Auto)]
    private struct State(ulong k0, ulong k1)
    {
        private ulong _v0 = k0 ^ 0x736f6d6570736575;
        private ulong _v1 = k1 ^ 0x646f72616e646f6d;
        private ulong _v2 = k0 ^ 0x6c7967656e657261;
        private ulong _v3 = k1 ^ 0x7465646279746573;

        public void Compress(ulong word)
        {
            _v3 ^= word;
            Round();
            Round();
            _v0 ^= word;
        }

        public ulong Finish()
        {
            _v2 ^= 0xff;
            Round();
            Round();
            Round();
            Round();
            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        private void Round()
        {
            _v0 += _v1;
            _v2 += _v3;
            _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
            _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
            _v0 = BitOperations.RotateLeft(_v0, 32);
            _v2 += _v1;
            _v0 += _v3;
            _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
            _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
            _v2 = BitOperations.RotateLeft(_v2, 32);
        }
    }
}
