using BlazorTracking.Features.Commands.Import.WebLog;

namespace BlazorTracking.Tests.Features.Commands.Import.WebLog;

public sealed class CombinedLogLineTests
{
    [Fact]
    public void A_line_of_Apaches_manual_is_read()
    {
        var line = CombinedLogLine.Read("127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326 \"http://www.example.com/start.html\" \"Mozilla/4.08 [en] (Win98; I ;Nav)\"");

        Assert.Equal(
            new CombinedLogLine(
                "127.0.0.1",
                new DateTimeOffset(2000, 10, 10, 13, 55, 36, TimeSpan.FromHours(-7)),
                "GET /apache_pb.gif HTTP/1.0",
                200,
                "http://www.example.com/start.html",
                "Mozilla/4.08 [en] (Win98; I ;Nav)"),
            line);
    }

    [Fact]
    public void A_hyphen_is_nothing_and_quotation_marks_may_be_inside()
    {
        var line = CombinedLogLine.Read("2001:db8::1 - - [01/Mar/2026:00:00:00 +0000] \"GET /?q=\\\"a\\\\\\\" HTTP/2.0\" 200 - \"-\" \"-\" 0.003 extra");

        Assert.Equal(("GET /?q=\"a\\\" HTTP/2.0", "", ""), (line?.Request, line?.Referrer, line?.UserAgent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("1.2.3.4 - - [01/Mar/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5")]
    [InlineData("1.2.3.4 - - [01/Mar/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"never closed")]
    [InlineData("1.2.3.4 - - [01/Mar/2026 00:00:00] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"")]
    [InlineData("1.2.3.4 - - [31/Feb/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"")]
    [InlineData("1.2.3.4 - - [01/Mar/2026:00:00:00 +0000] \"GET / HTTP/1.1\" two 5 \"-\" \"-\"")]
    [InlineData("1.2.3.4 - - [01/Mar/2026:00:00:00 +0000] \"GET / HTTP/1.1\\\"")]
    public void Anything_else_is_no_line(string text) => Assert.Null(CombinedLogLine.Read(text));
}
