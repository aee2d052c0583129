using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>The id of a visit that another program recorded: the same whenever it is imported, so that it is stored once.</summary>
internal static class ImportedId
{
    /// <param name="siteId">Whose visit it becomes.</param>
    /// <param name="key">What is this very visit's and no other's.</param>
    /// <param name="occurredAt">UTC, Unix milliseconds. The id begins with it: an engine without a unique index finds visits by it.</param>
    public static Guid Of(int siteId, string key, long occurredAt)
    {
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{siteId}/import/{key}")), id);
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, occurredAt);
        time[2..].CopyTo(id);
        return new Guid(id[..16], bigEndian: true);
    }
}
