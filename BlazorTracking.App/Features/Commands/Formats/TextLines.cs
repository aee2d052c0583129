using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using BlazorTracking.Operation;

namespace BlazorTracking.Features.Commands.Formats;

/// <summary>A line of a file, without its line feed.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">A carriage return at its end is still there; empty where there is a problem.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
internal readonly record struct TextLine(long Number, string Text, string? Problem = null);

/// <summary>Lines of UTF-8, so that whatever is wrong with one can be said with its number.</summary>
internal static class TextLines
{
    private const int LongestLine = 1024 * 1024;

    public static async IAsyncEnumerable<TextLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var number = 0L;
        var isTooLong = false;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return Line(++number, buffer.Slice(0, end), isTooLong);
                isTooLong = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (buffer.Length > LongestLine)
            {
                isTooLong = true;
                buffer = buffer.Slice(buffer.End);
            }

            if (result.IsCompleted)
            {
                if (buffer.Length > 0 || isTooLong)
                {
                    yield return Line(++number, buffer, isTooLong);
                }

                break;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }

    private static TextLine Line(long number, ReadOnlySequence<byte> bytes, bool isTooLong)
    {
        if (isTooLong || bytes.Length > LongestLine)
        {
            return new TextLine(number, "", "The line is longer than a megabyte.");
        }

        try
        {
            var text = StrictUtf8.Encoding.GetString(bytes);
            return new TextLine(number, number == 1 ? text.TrimStart('\uFEFF') : text);
        }
        catch (DecoderFallbackException)
        {
            return new TextLine(number, "", "The line is not valid UTF-8.");
        }
    }
}
