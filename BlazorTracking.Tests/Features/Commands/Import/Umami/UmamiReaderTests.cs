using BlazorTracking.Features.Commands;

namespace BlazorTracking.Tests.Features.Commands.Import.Umami;

/// <summary>A sample of the columns of Umami's <c>website_event.csv</c>.</summary>
public sealed class UmamiReaderTests : IDisposable
{
    private const string Names = "event_id,session_id,created_at,hostname,url_path,url_query,referrer_domain,referrer_path,browser,os,device,screen,language,country,region,city,event_type,event_name";

    private readonly ForeignImport _import = new("umami");

    [Fact]
    public async Task Page_views_and_events_become_visits_of_sessions()
    {
        var run = await ImportAsync(
            "e1,s1,2026-03-02 10:00:00,example.org,/,utm_campaign=spring,news.ycombinator.com,/item,edge-chromium,Windows 10,desktop,1920x1080,de-DE,DE,DE-BE,Berlin,1,",
            "e2,s1,2026-03-02 10:05:00,example.org,/prices,,,,edge-chromium,Windows 10,desktop,1920x1080,de-DE,DE,DE-BE,Berlin,2,Signup",
            "e3,s2,2026-03-02T11:00:00.000Z,example.org,/,,,,ios,iOS,mobile,390x844,\\N,,,,1,\\N");

        Assert.Equal(ExitCode.Good, run.ExitCode);
        var visits = await _import.ReadAsync();
        Assert.Equal(
            [("PageLoad", "/", 1, 1, 1), ("Signup", "/prices", 0, 0, -1), ("PageLoad", "/", 1, 1, 1)],
            visits.Select(visit => (visit.Event, visit.Path, visit.NewVisitor, visit.NewSession, visit.Bounce)));
        Assert.Equal(
            ("Hacker News", "spring", "Edge", "Windows", "10", "Desktop", "Desktop", "de-DE", "DE", "Berlin"),
            (visits[0].Source, visits[0].UtmCampaign, visits[0].Browser, visits[0].OperatingSystem, visits[0].OperatingSystemVersion, visits[0].Device, visits[0].Screen, visits[0].Language, visits[0].Country, visits[0].City));
        Assert.Equal(("Safari", "Mobile", "Mobile", ""), (visits[2].Browser, visits[2].Device, visits[2].Screen, visits[2].Language));
        await _import.AssertConsistentAsync();
    }

    [Fact]
    public async Task The_same_export_is_stored_once()
    {
        await ImportAsync("e1,s1,2026-03-02 10:00:00,example.org,/,,,,chrome,Linux,desktop,,,,,,1,");

        var again = await _import.RunAsync("website_event.csv");

        Assert.Single(await _import.ReadAsync());
        Assert.Matches(@"0 imported\s+1 refused: stored already", again.Output);
    }

    [Theory]
    [InlineData("e1,s1,yesterday,example.org,/,,,,chrome,Linux,desktop,,,,,,1,", "created_at must be a time such as 2026-03-02 10:00:00.")]
    [InlineData("e1,,2026-03-02 10:00:00,example.org,/,,,,chrome,Linux,desktop,,,,,,1,", "session_id is missing.")]
    [InlineData("e1,s1,2026-03-02 10:00:00,example.org,/,,,,chrome,Linux,desktop,,,,,,2,", "event_name is missing.")]
    [InlineData("e1,s1", "There are 2 fields, not 18.")]
    public async Task What_is_wrong_is_told_with_its_line_and_nothing_is_imported(string row, string sentence)
    {
        var run = await ImportAsync("e0,s1,2026-03-02 10:00:00,example.org,/,,,,chrome,Linux,desktop,,,,,,1,", row);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"{_import.PathOf("website_event.csv")}:3: {sentence}", run.Error, StringComparison.Ordinal);
        Assert.Empty(await _import.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_lacks_a_column_is_refused_at_once()
    {
        var run = await _import.RunAsync(("website_event.csv", "event_id,created_at\n"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("website_event.csv:1: The column session_id is missing.", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _import.Dispose();

    private Task<CommandRun> ImportAsync(params string[] rows) => _import.RunAsync(("website_event.csv", string.Join('\n', [Names, .. rows])));
}
