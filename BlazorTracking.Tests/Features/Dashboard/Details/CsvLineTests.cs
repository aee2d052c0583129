using BlazorTracking.Features.Dashboard.Details;

namespace BlazorTracking.Tests.Features.Dashboard.Details;

public sealed class CsvLineTests
{
    [Fact]
    public void Values_are_separated_by_commas() => Assert.Equal("/,12,0.5", CsvLine.Of("/", "12", "0.5"));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("", "")]
    [InlineData("田中 🏳️‍🌈", "田中 🏳️‍🌈")]
    public void What_would_break_the_line_is_quoted(string value, string field) => Assert.Equal(field, CsvLine.Of(value));

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")", "\"'=HYPERLINK(\"\"https://evil.example\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    public void What_a_spreadsheet_would_calculate_is_text(string value, string field) => Assert.Equal(field, CsvLine.Of(value));
}
