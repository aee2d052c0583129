using System.IO.Compression;
using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Commands.Import.Plausible;

/// <summary>A sample of the files that Plausible exports.</summary>
public sealed class PlausibleSourceTests : IDisposable
{
    private const string Days = "20260302_20260303";

    private static readonly (string Name, string Text)[] _files =
    [
        ($"imported_visitors_{Days}.csv", "date,visitors,pageviews,bounces,visits,visit_duration\n2026-03-02,8,20,4,10,1200\n2026-03-03,1,1,1,1,0\n"),
        ($"imported_pages_{Days}.csv", "date,hostname,page,visits,visitors,pageviews,total_scroll_depth\n2026-03-02,example.org,/,8,8,12,0\n2026-03-02,example.org,/prices,5,5,8,0\n2026-03-03,example.org,/,1,1,1,0\n"),
        ($"imported_entry_pages_{Days}.csv", "date,entry_page,visitors,entrances,visit_duration,bounces,pageviews\n2026-03-02,/,6,7,900,3,14\n2026-03-02,/prices,3,3,300,1,6\n"),
        ($"imported_exit_pages_{Days}.csv", "date,exit_page,visitors,exits,pageviews,bounces\n2026-03-02,/,8,10,20,4\n"),
        ($"imported_sources_{Days}.csv", "date,source,referrer,utm_source,utm_campaign,utm_medium,utm_content,utm_term,pageviews,visitors,visits,visit_duration,bounces\n2026-03-02,Google,google.com/,,,,,,12,5,6,600,2\n2026-03-02,Direct / None,,,,,,,8,4,4,600,2\n"),
        ($"imported_locations_{Days}.csv", "date,country,region,city,visitors,visits,visit_duration,pageviews,bounces\n2026-03-02,DE,DE-BE,2950159,6,7,800,14,3\n2026-03-02,FR,,0,3,3,400,6,1\n"),
        ($"imported_devices_{Days}.csv", "date,device,visitors,visits,visit_duration,bounces,pageviews\n2026-03-02,Desktop,5,5,700,2,11\n2026-03-02,Mobile,4,5,500,2,9\n"),
        ($"imported_browsers_{Days}.csv", "date,browser,browser_version,visitors,visits,visit_duration,bounces,pageviews\n2026-03-02,Chrome,140.0,8,10,1200,4,20\n"),
        ($"imported_operating_systems_{Days}.csv", "date,operating_system,operating_system_version,visitors,visits,visit_duration,bounces,pageviews\n2026-03-02,Mac,15,8,10,1200,4,20\n"),
        ($"imported_custom_events_{Days}.csv", "date,name,link_url,path,visitors,events\n2026-03-02,Outbound Link: Click,https://example.net/,/prices,2,3\n"),
    ];

    private readonly ForeignImport _import = new("plausible");

    [Fact]
    public async Task Each_days_totals_and_each_report_come_out_as_they_went_in()
    {
        var run = await _import.RunAsync(_files);

        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        var visits = (await _import.ReadAsync()).SkipLast(1).ToList();
        Assert.Equal(
            (8, 20, 3, 4, 10, 1_200_000L),
            (visits.Sum(visit => visit.NewVisitor), visits.Count(visit => visit.IsPageView), visits.Count(visit => !visit.IsPageView), visits.Sum(visit => visit.Bounce), visits.Sum(visit => visit.NewSession), visits.Sum(visit => visit.DurationMs)));
        Assert.Equal(8, visits.Select(visit => visit.VisitorId).Distinct().Count());
        Assert.Equal([("/", 12), ("/prices", 8)], Count(visits.Where(visit => visit.IsPageView), visit => visit.Path));
        var openings = visits.Where(visit => visit.NewSession == 1).ToList();
        Assert.Equal([("/", 7), ("/prices", 3)], Count(openings, visit => visit.Path));
        Assert.Equal([("", 4), ("Google", 6)], Count(openings, visit => visit.Source));
        Assert.Equal([("Direct", 4), ("Organic search", 6)], Count(openings, visit => visit.Channel));
        Assert.Equal([("DE", 7), ("FR", 3)], Count(openings, visit => visit.Country));
        Assert.Equal([("Desktop", 5), ("Mobile", 5)], Count(openings, visit => visit.Device));
        Assert.Equal([("Chrome", 10)], Count(openings, visit => visit.Browser));
        Assert.Equal([("macOS", 10)], Count(openings, visit => visit.OperatingSystem));
        Assert.All(visits.Where(visit => !visit.IsPageView), visit => Assert.Equal(("Outbound Link: Click", "/prices", "{\"url\":\"https://example.net/\"}"), (visit.Event, visit.Path, visit.Properties)));
        await _import.AssertConsistentAsync();
    }

    [Fact]
    public async Task The_visits_of_a_day_are_inside_of_it_and_the_last_ones_too()
    {
        await _import.RunAsync(_files);

        var visits = await _import.ReadAsync();
        var day = visits[^1].OccurredAt;
        Assert.All(visits.SkipLast(1), visit => Assert.InRange(visit.OccurredAt, day - (24 * 60 * 60 * 1000L), day - 1));
    }

    [Fact]
    public async Task The_zip_is_read_as_it_comes_and_stored_once()
    {
        await _import.RunAsync(_files);
        await using (var zip = await ZipFile.OpenAsync(_import.PathOf("export.zip"), ZipArchiveMode.Create))
        {
            foreach (var (name, _) in _files)
            {
                await zip.CreateEntryFromFileAsync(_import.PathOf(name), name);
            }
        }

        var again = await _import.RunAsync("export.zip");

        Assert.Equal(ExitCode.Good, again.ExitCode);
        Assert.Matches(@"24 read\s+0 imported\s+24 refused: stored already", again.Output);
    }

    [Fact]
    public async Task Sessions_without_a_page_view_are_left_out_and_told()
    {
        var run = await _import.RunAsync(("imported_visitors_1.csv", "date,visitors,pageviews,bounces,visits,visit_duration\n2026-03-02,5,3,0,5,0\n"));

        Assert.Contains("2 refused: session without a page view", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await _import.ReadAsync()).Count);
        await _import.AssertConsistentAsync();
    }

    [Theory]
    [InlineData("2026-03-02,many,1,1,1,0", "imported_visitors_1.csv:2: visitors must be a whole number.")]
    [InlineData("March,1,1,1,1,0", "imported_visitors_1.csv:2: date must be a date such as 2026-03-02.")]
    [InlineData("2026-03-02,1", "imported_visitors_1.csv:2: There are 2 fields, not 6.")]
    public async Task What_is_wrong_is_told_with_its_line_and_nothing_is_imported(string row, string sentence)
    {
        var run = await _import.RunAsync(("imported_visitors_1.csv", $"date,visitors,pageviews,bounces,visits,visit_duration\n{row}\n2026-03-03,1,1,1,1,0\n"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Empty(await _import.ReadAsync());
    }

    [Fact]
    public async Task Without_the_totals_nothing_can_be_imported()
    {
        var run = await _import.RunAsync(_files[1]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith("The files hold no totals: imported_visitors_….csv is missing", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _import.Dispose();

    private static List<(string, int)> Count(IEnumerable<Visit> visits, Func<Visit, string> by) =>
        [.. visits.GroupBy(by, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))];
}
