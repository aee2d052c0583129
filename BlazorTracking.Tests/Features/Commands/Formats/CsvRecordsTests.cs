using System.Text;
using BlazorTracking.Features.Commands.Formats;

namespace BlazorTracking.Tests.Features.Commands.Formats;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("a,b\r\n", "a|b")]
    [InlineData("a,b", "a|b")]
    [InlineData("a,\n", "a|")]
    [InlineData("\"a,b\",c\n", "a,b|c")]
    [InlineData("\"a\"\"b\"\r\n", "a\"b")]
    [InlineData("\"a\r\nb\",c\r\n", "a\r\nb|c")]
    [InlineData("\"\",\"\"\r\n", "|")]
    [InlineData("\uFEFFa,b\n", "a|b")]
    [InlineData("\n\r\na\n", "a")]
    public async Task A_record_is_read_as_RFC_4180_means_it(string csv, string fields) =>
        Assert.Equal(fields, string.Join('|', Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes(csv))).Fields));

    [Theory]
    [InlineData("a\"b\n", 1, "A quotation mark stands inside a field that does not begin with one.")]
    [InlineData("a\n\"b\"c\n", 2, "Text stands behind a field's closing quotation mark.")]
    [InlineData("a\n\"b\nc\nd", 2, "A quotation mark is opened and never closed.")]
    public async Task What_is_no_record_is_told_with_its_line(string csv, int line, string problem) =>
        Assert.Equal((line, problem), (await ReadAsync(Encoding.UTF8.GetBytes(csv))).Where(record => record.Problem is not null).Select(record => ((int)record.Line, record.Problem!)).Single());

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_with_their_line() =>
        Assert.Equal((2L, "The line is not valid UTF-8."), (await ReadAsync([(byte)'a', (byte)'\n', 0xFF, (byte)'\n'])).Where(record => record.Problem is not null).Select(record => (record.Line, record.Problem!)).Single());

    [Fact]
    public async Task A_line_without_end_is_not_held_in_memory() =>
        Assert.Equal("The line is longer than a megabyte.", Assert.Single(await ReadAsync(Enumerable.Repeat((byte)'a', 3 * 1024 * 1024).ToArray())).Problem);

    private static async Task<List<CsvRecord>> ReadAsync(byte[] csv) =>
        await CsvRecords.ReadAsync(new MemoryStream(csv), CancellationToken.None).ToListAsync();
}
