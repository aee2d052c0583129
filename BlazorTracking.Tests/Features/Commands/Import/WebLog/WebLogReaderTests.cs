using System.Globalization;
using BlazorTracking.Features.Commands;

namespace BlazorTracking.Tests.Features.Commands.Import.WebLog;

public sealed class WebLogReaderTests : IDisposable
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private readonly ForeignImport _import = new("access-log");

    [Fact]
    public async Task Page_views_become_visits_of_sessions_that_end_after_half_an_hour()
    {
        var run = await ImportAsync(
            Line("10:00:00", "/a?utm_source=news", referrer: "https://www.google.com/"),
            Line("10:10:00", "/b", referrer: "https://example.org/a"),
            Line("10:40:00", "/c"),
            Line("11:10:01", "/d"));

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Equal(
            [("/a", 1, 1, 1, 0L, "news"), ("/b", 0, 0, -1, 600_000L, "news"), ("/c", 0, 0, 0, 1_800_000L, "news"), ("/d", 0, 1, 1, 0L, "")],
            (await _import.ReadAsync()).Select(visit => (visit.Path, visit.NewVisitor, visit.NewSession, visit.Bounce, visit.DurationMs, visit.Source)));
        await _import.AssertConsistentAsync();
    }

    [Fact]
    public async Task Visitors_are_told_apart_by_address_and_agent_and_no_address_is_kept()
    {
        await ImportAsync(
            Line("10:00:00", "/", address: "203.0.113.1"),
            Line("10:00:01", "/", address: "203.0.113.2"),
            Line("10:00:02", "/", address: "203.0.113.1", agent: Chrome),
            Line("10:00:03", "/", address: "a.example.net"),
            Line("10:00:04", "/", address: "b.example.net"),
            Line("10:00:05", "/", address: "203.0.113.1"));

        var visits = await _import.ReadAsync();
        Assert.Equal(5, visits.Select(visit => visit.VisitorId).Distinct().Count());
        Assert.Equal([1, 1, 1, 1, 1, 0], visits.Select(visit => visit.NewVisitor));
        Assert.All(visits, visit => Assert.Equal("", visit.Address));
        Assert.Equal(("Firefox", "140", "Linux", "Desktop"), (visits[0].Browser, visits[0].BrowserVersion, visits[0].OperatingSystem, visits[0].Device));
    }

    [Fact]
    public async Task What_is_no_page_that_a_person_saw_is_left_out_and_counted_by_its_reason()
    {
        var run = await ImportAsync(
            Line("10:00:00", "/"),
            Line("10:00:00", "/cached", status: 304),
            Line("10:00:01", "/style.css"),
            Line("10:00:02", "/missing", status: 404),
            Line("10:00:03", "/part", status: 206),
            Line("10:00:04", "/", agent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
            Line("10:00:05", "/form").Replace("GET", "POST", StringComparison.Ordinal),
            Line("10:00:06", "*"),
            "203.0.113.9 - - [02/Mar/2026:10:00:07 +0000] \"\\x16\\x03\\x01\" 400 0 \"-\" \"-\"");

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Equal(["/", "/cached"], (await _import.ReadAsync()).Select(visit => visit.Path).Order());
        foreach (var reason in (string[])["2 refused: no GET request", "1 refused: no page", "1 refused: robot", "1 refused: static file", "1 refused: status 206", "1 refused: status 404"])
        {
            Assert.Contains(reason, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lines_need_not_be_in_the_order_of_time_nor_the_files()
    {
        await _import.RunAsync(("access.log", Line("10:20:00", "/c") + "\n" + Line("10:10:00", "/b")), ("access.log.1", Line("10:00:00", "/a")));

        Assert.Equal([("/a", ""), ("/b", "/a"), ("/c", "/b")], (await _import.ReadAsync()).Select(visit => (visit.Path, visit.PreviousPath)));
        await _import.AssertConsistentAsync();
    }

    [Fact]
    public async Task Two_equal_lines_are_two_requests_and_a_second_import_stores_none_again()
    {
        await ImportAsync(Line("10:00:00", "/"), Line("10:00:00", "/"));

        var again = await _import.RunAsync("access.log");

        Assert.Equal(2, (await _import.ReadAsync()).Count);
        Assert.Matches(@"0 imported\s+2 refused: stored already", again.Output);
    }

    [Fact]
    public async Task A_line_of_another_format_is_told_with_its_number_and_nothing_is_imported()
    {
        var run = await ImportAsync(Line("10:00:00", "/"), "nonsense");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"{_import.PathOf("access.log")}:2: The line is not of the combined log format.", run.Error, StringComparison.Ordinal);
        Assert.Empty(await _import.ReadAsync());
    }

    [Fact]
    public async Task A_session_over_midnight_goes_on_and_its_visitor_is_counted_on_both_days()
    {
        // The site's midnight is at 23:00 UTC.
        await ImportAsync([.. Enumerable.Range(0, 24 * 3).Select(i => Line(TimeSpan.FromMinutes(20 * i).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture), $"/{i}"))]);

        var visits = await _import.ReadAsync();
        Assert.Equal(1, visits.Sum(visit => visit.NewSession));
        Assert.Equal(visits.Select(visit => visit.VisitorId).Distinct().Count(), visits.Sum(visit => visit.NewVisitor));
        await _import.AssertConsistentAsync();
    }

    public void Dispose() => _import.Dispose();

    private Task<CommandRun> ImportAsync(params string[] lines) => _import.RunAsync(("access.log", string.Join('\n', lines)));

    private static string Line(string time, string target, int status = 200, string referrer = "-", string address = "203.0.113.1", string agent = Firefox) =>
        string.Create(CultureInfo.InvariantCulture, $"{address} - - [02/Mar/2026:{time} +0000] \"GET {target} HTTP/1.1\" {status} 123 \"{referrer}\" \"{agent}\"");
}
