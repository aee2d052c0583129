using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace BlazorTracking.Tests.Builders;

/// <summary>
/// Writes a small MMDB file (https://maxmind.github.io/MaxMind-DB/): a binary tree over the bits of 128-bit addresses, with
/// IPv4 under ::/96, and what is known of each network. Texts, doubles, maps and lists only.
/// </summary>
internal sealed class MmdbBuilder
{
    private const int RecordBytes = 4;
    private static readonly byte[] _metadataMarker = [0xAB, 0xCD, 0xEF, .. "MaxMind.com"u8];

    private readonly List<Node> _nodes = [new Node()];
    private readonly MemoryStream _data = new();

    public MmdbBuilder Add(string network, Dictionary<string, object> record)
    {
        var parsed = IPNetwork.Parse(network);
        var isIPv4 = parsed.BaseAddress.GetAddressBytes().Length == 4;
        byte[] bits = isIPv4 ? [.. new byte[12], .. parsed.BaseAddress.GetAddressBytes()] : parsed.BaseAddress.GetAddressBytes();
        var length = parsed.PrefixLength + (isIPv4 ? 96 : 0);
        var offset = (int)_data.Length;
        Write(_data, record);

        var at = 0;
        for (var bit = 0; bit < length; bit++)
        {
            var side = (bits[bit / 8] >> (7 - (bit % 8))) & 1;
            if (bit == length - 1)
            {
                _nodes[at].Data[side] = offset;
            }
            else if (_nodes[at].Child[side] is { } child)
            {
                at = child;
            }
            else
            {
                _nodes.Add(new Node());
                _nodes[at].Child[side] = _nodes.Count - 1;
                at = _nodes.Count - 1;
            }
        }

        return this;
    }

    public void Save(string path)
    {
        using var file = File.Create(path);
        Span<byte> record = stackalloc byte[RecordBytes];
        foreach (var node in _nodes)
        {
            for (var side = 0; side < 2; side++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(record, (uint)Record(node, side));
                file.Write(record);
            }
        }

        file.Write(new byte[16]);
        file.Write(_data.ToArray());
        file.Write(_metadataMarker);
        Write(file, new Dictionary<string, object>
        {
            ["binary_format_major_version"] = (ushort)2,
            ["binary_format_minor_version"] = (ushort)0,
            ["build_epoch"] = 1_700_000_000UL,
            ["database_type"] = "Test-City",
            ["description"] = new Dictionary<string, object> { ["en"] = "A test" },
            ["ip_version"] = (ushort)6,
            ["languages"] = new object[] { "en" },
            ["node_count"] = (uint)_nodes.Count,
            ["record_size"] = (ushort)(RecordBytes * 8),
        });
    }

    private int Record(Node node, int side) =>
        node.Child[side] ?? (node.Data[side] is { } offset ? _nodes.Count + 16 + offset : _nodes.Count);

    private static void Write(Stream stream, object value)
    {
        switch (value)
        {
            case string text:
                Write(stream, type: 2, Encoding.UTF8.GetBytes(text));
                break;
            case double number:
                var bytes = new byte[8];
                BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
                Write(stream, type: 3, bytes);
                break;
            case ushort number:
                Write(stream, type: 5, [(byte)(number >> 8), (byte)number]);
                break;
            case uint number:
                Write(stream, type: 6, [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
                break;
            case ulong number:
                var wide = new byte[8];
                BinaryPrimitives.WriteUInt64BigEndian(wide, number);
                Write(stream, type: 9, wide);
                break;
            case Dictionary<string, object> map:
                WriteHead(stream, type: 7, map.Count);
                foreach (var (key, entry) in map)
                {
                    Write(stream, key);
                    Write(stream, entry);
                }

                break;
            case object[] list:
                WriteHead(stream, type: 11, list.Length);
                foreach (var entry in list)
                {
                    Write(stream, entry);
                }

                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static void Write(Stream stream, int type, byte[] payload)
    {
        WriteHead(stream, type, payload.Length);
        stream.Write(payload);
    }

    // Types above 7 and sizes from 29 on take a byte of their own.
    private static void WriteHead(Stream stream, int type, int size)
    {
        var shortSize = Math.Min(size, 29);
        stream.WriteByte((byte)((type > 7 ? 0 : type << 5) | shortSize));
        if (type > 7)
        {
            stream.WriteByte((byte)(type - 7));
        }

        if (shortSize == 29)
        {
            stream.WriteByte(checked((byte)(size - 29)));
        }
    }

    private sealed class Node
    {
        public int?[] Child { get; } = new int?[2];

        public int?[] Data { get; } = new int?[2];
    }
}
