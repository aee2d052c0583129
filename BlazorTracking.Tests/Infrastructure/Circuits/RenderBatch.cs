using System.Buffers.Binary;
using System.Text;

namespace BlazorTracking.Tests.Infrastructure.Circuits;

/// <summary>One re-rendering of a circuit as it goes to the browser: what it changes, of which only the texts are looked at.</summary>
internal sealed record RenderBatch(DateTimeOffset ReceivedAt, IReadOnlyList<string> Texts)
{
    // At its end a batch says where its five parts begin; the last of them lists where the texts are.
    private const int Parts = 5;

    public static RenderBatch Read(byte[] batch, DateTimeOffset receivedAt)
    {
        var ends = batch.Length - (Parts * sizeof(int));
        var texts = new List<string>();
        for (var place = Int32At(batch, batch.Length - sizeof(int)); place < ends; place += sizeof(int))
        {
            texts.Add(TextAt(batch, Int32At(batch, place)));
        }

        return new RenderBatch(receivedAt, texts);
    }

    private static string TextAt(byte[] batch, int place)
    {
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = batch[place++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);

        return Encoding.UTF8.GetString(batch, place, length);
    }

    private static int Int32At(byte[] batch, int place) => BinaryPrimitives.ReadInt32LittleEndian(batch.AsSpan(place));
}
