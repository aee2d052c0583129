using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace BlazorTracking.Features.Accounts;

/// <summary>The six-digit codes of authenticator apps (RFC 6238 with HMAC-SHA1 and steps of 30 seconds, over RFC 4226).</summary>
public static class TimeBasedCode
{
    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Digits = 6;
    private const int Modulus = 1_000_000;

    public static TimeSpan Step { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The number of the step that the instant lies in, counted from the Unix epoch.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="key">The shared key in base 32 (RFC 4648).</param>
    /// <param name="step">See <see cref="StepAt"/>.</param>
    /// <exception cref="FormatException">The key is not base 32.</exception>
    public static string Compute(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The construction is the RFC's; authenticator apps know no other.
        HMACSHA1.HashData(FromBase32(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var character in text.TrimEnd('='))
        {
            var value = Base32Alphabet.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException("The key is not base 32.");
            }

            (buffer, bits) = (((buffer << 5) | value) & 0xFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
