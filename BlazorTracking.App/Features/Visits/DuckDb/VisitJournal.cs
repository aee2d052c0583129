using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Win32.SafeHandles;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// A file to which batches of visits are appended, durable one by one. A batch is its length and its number, the visits
/// as JSON, and a checksum over all of that, so that what a crash cut off is told from what was stored.
/// </summary>
internal sealed partial class VisitJournal : IDisposable
{
    private const int HeaderLength = sizeof(int) + sizeof(long);
    private const int ChecksumLength = 8;

    private readonly SafeFileHandle _file;
    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly List<Visit> _visits = [];
    private long _length;

    /// <summary>Makes the file, or empties the one that is there.</summary>
    /// <param name="path">Where the file is.</param>
    public VisitJournal(string path)
    {
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        _json = new Utf8JsonWriter(_buffer);
    }

    /// <summary>What it holds, in the order in which it came.</summary>
    public IReadOnlyList<Visit> Visits => _visits;

    /// <summary>The number of its newest batch.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Appends a batch; it is on the disk when this returns. After a failure nothing of it is in the file.</summary>
    /// <param name="number">One more than that of the batch before.</param>
    /// <param name="visits">The batch.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Append(long number, IReadOnlyList<Visit> visits)
    {
        var batch = Encode(number, visits);
        try
        {
            RandomAccess.Write(_file, batch, _length);
            RandomAccess.FlushToDisk(_file);
        }
        catch
        {
            // The number will be another batch's, perhaps in another journal.
            RandomAccess.SetLength(_file, _length);
            throw;
        }

        _length += batch.Length;
        _visits.AddRange(visits);
        LastNumber = number;
    }

    /// <summary>Forgets all batches. Should a crash bring them back, their numbers say that they are old.</summary>
    public void Clear()
    {
        _visits.Clear();
        _length = 0;
        RandomAccess.SetLength(_file, 0);
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    /// <summary>The batches of a file up to the first that is not whole; none where there is no file.</summary>
    public static IEnumerable<(long Number, IReadOnlyList<Visit> Visits)> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        while (ReadBatch(stream) is { } batch)
        {
            yield return batch;
        }
    }

    private static (long Number, IReadOnlyList<Visit> Visits)? ReadBatch(FileStream stream)
    {
        var header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length < HeaderLength + ChecksumLength || length - HeaderLength > stream.Length - stream.Position)
        {
            return null;
        }

        var batch = new byte[length];
        header.CopyTo(batch, 0);
        stream.ReadExactly(batch, HeaderLength, length - HeaderLength);
        var content = batch.AsSpan(0, length - ChecksumLength);
        return Checksum(content).SequenceEqual(batch.AsSpan(content.Length))
            ? (BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(sizeof(int))), JsonSerializer.Deserialize(content[HeaderLength..], Format.Default.IReadOnlyListVisit)!)
            : null;
    }

    private ReadOnlySpan<byte> Encode(long number, IReadOnlyList<Visit> visits)
    {
        _buffer.SetLength(HeaderLength);
        _buffer.Position = HeaderLength;
        _json.Reset();
        JsonSerializer.Serialize(_json, visits, Format.Default.IReadOnlyListVisit);
        _json.Flush();
        _buffer.SetLength(_buffer.Length + ChecksumLength);
        var batch = _buffer.GetBuffer().AsSpan(0, (int)_buffer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(batch, batch.Length);
        BinaryPrimitives.WriteInt64LittleEndian(batch[sizeof(int)..], number);
        Checksum(batch[..^ChecksumLength]).CopyTo(batch[^ChecksumLength..]);
        return batch;
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> content) => SHA256.HashData(content).AsSpan(0, ChecksumLength);

    [JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
    [JsonSerializable(typeof(IReadOnlyList<Visit>))]
    private sealed partial class Format : JsonSerializerContext;
}
