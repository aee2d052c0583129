using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Commands.Import;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Commands.Import;

/// <summary>Export and import as they are run in a shell, and what an import that fails leaves.</summary>
public sealed class VisitImportTests : IDisposable
{
    private readonly ProgramData _data = new();
    private readonly TemporaryDirectory _files = new();

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task What_is_exported_and_imported_elsewhere_is_the_same(string format)
    {
        var site = await _data.CreateSiteAsync();
        var visits = new VisitBuilder(site, TimeZoneInfo.Utc)
            .PageView("Ada", At(0), "/=1+1")
            .Event("Ada", At(0), "Signup, \"now\"")
            .PageView("Bob", At(90), "/ä🦊")
            .Visits;
        await _data.AppendAsync(visits);
        var file = _files.PathOf("visits");
        var exported = await CommandRun.OfAsync(_data.Path, "visits", "export", "--site", $"{site}", "--format", format, "--output", file);

        using var other = new ProgramData();
        var otherSite = await other.CreateSiteAsync();
        var imported = await CommandRun.OfAsync(other.Path, "visits", "import", "--site", $"{otherSite}", "--format", format, file);

        Assert.Equal((ExitCode.Good, ExitCode.Good), (exported.ExitCode, imported.ExitCode));
        Assert.Equal("Exported 3 visits of example.org.", exported.Error.Trim());
        Assert.Equal(
            visits.OrderBy(visit => visit.Id).Select(visit => visit with { SiteId = otherSite }),
            (await other.ReadVisitsAsync(otherSite)).OrderBy(visit => visit.Id));
    }

    [Fact]
    public async Task The_standard_output_holds_the_visits_of_the_days_and_nothing_else()
    {
        var site = await _data.CreateSiteAsync();
        await _data.AppendAsync([.. Enumerable.Range(1, 4).Select(day => SampleVisit.Of(site, At(90).AddDays(day).ToUnixTimeMilliseconds()) with { Path = $"/{day}" })]);

        var run = await CommandRun.OfAsync(_data.Path, "visits", "export", "--site", $"{site}", "--format", "jsonl", "--from", "2026-03-04", "--to", "2026-03-05");

        Assert.Equal(["/2", "/3"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task A_second_import_of_the_same_file_stores_nothing_twice()
    {
        var (site, file) = await FileOfAsync(10);
        await ImportAsync(site, file);

        var run = await ImportAsync(site, file);

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Matches(@"10 read\s+0 imported\s+10 refused: stored already", run.Output);
        Assert.Equal(10, (await _data.ReadVisitsAsync(site)).Count);
    }

    [Fact]
    public async Task One_invalid_line_is_told_and_nothing_is_imported()
    {
        var (site, file) = await FileOfAsync(10);
        await File.AppendAllTextAsync(file, "{\"path\": 7}\n");

        var run = await ImportAsync(site, file);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"{file}:11: id is missing.", run.Error, StringComparison.Ordinal);
        Assert.Empty(await _data.ReadVisitsAsync(site));
        Assert.Empty(Directory.GetFiles(_data.Path, ImportStaging.Pattern));
    }

    [Fact]
    public async Task Invalid_lines_are_left_out_where_that_is_asked_for()
    {
        var (site, file) = await FileOfAsync(10);
        await File.AppendAllTextAsync(file, "nonsense\n");
        var report = _files.PathOf("report");

        var run = await ImportAsync(site, file, "--skip-invalid", "--report", report);

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Equal($"{file}:11: The line is not valid JSON.", Assert.Single(await File.ReadAllLinesAsync(report)));
        Assert.Equal(10, (await _data.ReadVisitsAsync(site)).Count);
    }

    [Fact]
    public async Task What_fails_while_it_is_stored_is_taken_back()
    {
        var (site, file) = await FileOfAsync(2500);
        var batches = 0;

        var failure = await Record.ExceptionAsync(() => _data.UseAsync(services =>
        {
            var store = services.GetRequiredService<IVisitStore>();
            var import = ActivatorUtilities.CreateInstance<VisitImport>(
                services,
                new StoppingStore(store, () => ++batches == 3 ? throw new IOException("The disk is full.") : Task.CompletedTask),
                ActivatorUtilities.CreateInstance<VisitRules>(services),
                ActivatorUtilities.CreateInstance<AbandonedImports>(services));
            return import.RunAsync(site, new VisitFileSource(new JsonlVisits()), [ImportFile.Of(file)], false, new ImportTally(_ => { }), ((_, _) => { }, (_, _) => { }), CancellationToken.None);
        }));

        Assert.Equal("The disk is full.", failure?.Message);
        Assert.Empty(await _data.ReadVisitsAsync(site));
        Assert.Empty(Directory.GetFiles(_data.Path, ImportStaging.Pattern));
    }

    [Fact]
    public async Task A_killed_import_is_taken_back_by_the_server()
    {
        var (site, file) = await FileOfAsync(60_000);
        var kept = SampleVisit.Of(site);
        await _data.AppendAsync([kept]);
        await using (var import = ServerProcess.Launch("visits", "import", "--site", $"{site}", "--format", "jsonl", file, $"--Data:Directory={_data.Path}"))
        {
            while (await _data.CountVisitsAsync(site) < 2)
            {
                await Task.Delay(10);
            }

            await import.KillAsync();
        }

        Assert.InRange(await _data.CountVisitsAsync(site), 2, 60_000);
        Assert.Single(Directory.GetFiles(_data.Path, ImportStaging.Pattern));

        await using var server = await ServerProcess.StartAsync(_data.Path);
        while (Directory.GetFiles(_data.Path, ImportStaging.Pattern).Length > 0)
        {
            await Task.Delay(20);
        }

        Assert.Equal(kept.Id, Assert.Single(await _data.ReadVisitsAsync(site)).Id);
    }

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    private static DateTimeOffset At(int minutes) => DateTimeOffset.FromUnixTimeMilliseconds(SampleVisit.Time).AddMinutes(minutes);

    private Task<CommandRun> ImportAsync(int site, string file, params string[] options) =>
        CommandRun.OfAsync(_data.Path, ["visits", "import", "--site", $"{site}", "--format", "jsonl", .. options, file]);

    private async Task<(int Site, string File)> FileOfAsync(int count)
    {
        var site = await _data.CreateSiteAsync();
        var file = _files.PathOf("visits.jsonl");
        await using var stream = File.Create(file);
        await using var writer = await new JsonlVisits().CreateAsync(stream, CancellationToken.None);
        await writer.WriteAsync([.. Enumerable.Range(0, count).Select(i => SampleVisit.Of(site, SampleVisit.Time + i))], CancellationToken.None);
        return (site, file);
    }
}
