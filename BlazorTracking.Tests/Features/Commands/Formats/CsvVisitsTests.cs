using System.Text;
using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Tests.Builders;

namespace BlazorTracking.Tests.Features.Commands.Formats;

public sealed class CsvVisitsTests
{
    private const string Names = "id,occurredAt,visitorId,sessionId,path";
    private const string Row = "11111111-2222-3333-4444-555555555555,2026-03-02T10:00:00.000Z,1,2,/";

    [Fact]
    public async Task The_first_line_names_every_column()
    {
        var csv = await WriteAsync("/");

        Assert.StartsWith("id,siteId,occurredAt,event,hostname,path,properties,visitorId,", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1")]
    public async Task What_a_spreadsheet_would_take_for_a_formula_is_kept_from_being_one(string text) =>
        Assert.Contains($",'{text},", await WriteAsync(text), StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_value_is_told_with_its_line_and_column()
    {
        var lines = await ReadAsync($"{Names}\r\n{Row}\r\n{Row.Replace(",1,", ",one,", StringComparison.Ordinal)}\r\n");

        Assert.Equal([(2, ""), (3, "visitorId must be a whole number.")], lines.Select(line => (line.Number, line.Reason)));
    }

    [Fact]
    public async Task A_row_of_another_length_is_told_with_its_line() =>
        Assert.Equal((2, "There are 2 fields, not 5."), (await ReadAsync($"{Names}\na,b\n")).Select(line => (line.Number, line.Reason)).Single());

    [Fact]
    public async Task The_line_is_that_on_which_the_record_begins()
    {
        var lines = await ReadAsync($"{Names}\n{Row}\"\n\n\n{Row.Replace("/", "\"/a\nb\"", StringComparison.Ordinal)}\nshort\n");

        Assert.Equal([2, 5, 7], lines.Select(line => line.Number));
    }

    [Theory]
    [InlineData("id,colour\n", "file:1: No column of visits is called “colour”. The first line must name the columns as an export does.")]
    [InlineData("id,path\n", "file:1: The column occurredAt is missing.")]
    [InlineData("id,id,occurredAt,visitorId,sessionId\n", "file:1: A column is named twice.")]
    public async Task A_first_line_that_names_no_visits_ends_the_import(string csv, string sentence) =>
        Assert.Equal(sentence, (await Assert.ThrowsAsync<CommandException>(() => ReadAsync(csv))).Message);

    private static async Task<string> WriteAsync(string path)
    {
        using var stream = new MemoryStream();
        await using (var writer = await new CsvVisits().CreateAsync(stream, CancellationToken.None))
        {
            await writer.WriteAsync([SampleVisit.Of(1) with { Path = path }], CancellationToken.None);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<List<ImportLine>> ReadAsync(string csv) =>
        await new CsvVisits().ReadAsync("file", new MemoryStream(Encoding.UTF8.GetBytes(csv)), CancellationToken.None).ToListAsync();
}
