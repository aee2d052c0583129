using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Commands.Copy;

/// <summary>The copy of visits from one engine to another as it is run in a shell, and what an interruption leaves.</summary>
public sealed class CopyCommandTests : IDisposable
{
    private readonly ProgramData _data = new();

    [Fact]
    public async Task Every_visit_of_every_site_is_in_the_other_engine_as_it_was()
    {
        var site = await _data.CreateSiteAsync();
        var visits = Visits(site, 300, TimeSpan.FromHours(5)).Concat(Visits(site + 1, 2, TimeSpan.FromHours(5))).ToList();
        await _data.AppendAsync(visits);

        var run = await CopyAsync();

        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                $"site {site}: 300 visits in Database, 300 in DuckDb",
                $"site {site + 1}: 2 visits in Database, 2 in DuckDb",
                "Copied 302 visits. DuckDb holds every visit that Database holds. Start the server with Visits:Engine=DuckDb.",
            ],
            run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(visits.OrderBy(visit => visit.Id), await ReadAsync(VisitEngine.DuckDb));
    }

    [Fact]
    public async Task The_server_starts_with_the_engine_that_was_copied_to()
    {
        var site = await _data.CreateSiteAsync();
        await _data.AppendAsync(Visits(site, 10, TimeSpan.FromHours(1)));
        await CopyAsync();

        await using var server = await ServerProcess.StartAsync(_data.Path, "--Visits:Engine=DuckDb");
        using var client = server.CreateClient();
        using var answer = await client.PostAsync(new Uri($"/sites/{site}/visit?url=https://example.org/new", UriKind.Relative), content: null);
        server.Terminate();

        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(0, await server.WaitForExitAsync());
        Assert.Equal(11, (await ReadAsync(VisitEngine.DuckDb)).Count);
    }

    [Theory]
    [InlineData("export", "--site", "1", "--format", "csv")]
    [InlineData("import", "--site", "1", "--format", "csv", "visits.csv")]
    [InlineData("check")]
    public async Task No_command_takes_an_engine_that_lacks_the_visits_for_one_without_any(params string[] command)
    {
        var site = await _data.CreateSiteAsync();
        await _data.AppendAsync(Visits(site, 10, TimeSpan.FromHours(1)));

        var run = await CommandRun.OfAsync(_data.Path, ["visits", .. command, "--Visits:Engine=DuckDb"]);

        Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Visits:Engine is DuckDb", run.Error, StringComparison.Ordinal);
        Assert.Contains("visits copy --from Database --to DuckDb", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_copy_adds_what_is_new_and_nothing_twice()
    {
        var site = await _data.CreateSiteAsync();
        var visits = Visits(site, 50, TimeSpan.FromHours(5));
        await _data.AppendAsync(visits);
        await CopyAsync();
        var late = SampleVisit.Of(site, visits[0].OccurredAt + 1);
        await _data.AppendAsync([late]);

        var run = await CopyAsync();

        Assert.Contains("Copied 1 visits.", run.Output, StringComparison.Ordinal);
        Assert.Equal([.. visits.Append(late).OrderBy(visit => visit.Id)], await ReadAsync(VisitEngine.DuckDb));
    }

    [Fact]
    public async Task What_is_in_the_other_engine_alone_stays_and_is_told()
    {
        var site = await _data.CreateSiteAsync();
        var visits = Visits(site, 5, TimeSpan.FromHours(5));
        await _data.AppendAsync(visits);
        var own = SampleVisit.Of(site, visits[0].OccurredAt);
        await AppendAsync(VisitEngine.DuckDb, own);

        var run = await CopyAsync();

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains($"site {site}: 5 visits in Database, 6 in DuckDb", run.Output, StringComparison.Ordinal);
        Assert.Equal([.. visits.Append(own).OrderBy(visit => visit.Id)], await ReadAsync(VisitEngine.DuckDb));
    }

    [Fact]
    public async Task A_copy_that_was_killed_is_ended_by_the_next_one()
    {
        var site = await _data.CreateSiteAsync();
        var visits = Visits(site, 60_000, TimeSpan.FromMinutes(1));
        await _data.AppendAsync(visits);
        await AppendAsync(VisitEngine.DuckDb, visits[30]);
        await using (var copy = ServerProcess.Launch("visits", "copy", "--from", "Database", "--to", "DuckDb", $"--Data:Directory={_data.Path}"))
        {
            // The other engine's log grows with every batch: when it does, the copy is under way.
            var log = new FileInfo(Path.Combine(_data.Path, "visits.duckdb.wal"));
            while (log is not { Exists: true, Length: > 500_000 } && !copy.HasExited)
            {
                await Task.Delay(5);
                log.Refresh();
            }

            await copy.KillAsync();
        }

        Assert.InRange((await ReadAsync(VisitEngine.DuckDb)).Count, 2, 60_000);
        var run = await CopyAsync();

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.Contains($"site {site}: 60,000 visits in Database, 60,000 in DuckDb", run.Output, StringComparison.Ordinal);
        Assert.Equal(visits.Select(visit => visit.Id).Order(), (await ReadAsync(VisitEngine.DuckDb)).Select(visit => visit.Id));
    }

    [Fact]
    public async Task Nothing_is_copied_from_where_nothing_is()
    {
        await _data.CreateSiteAsync();

        var run = await CommandRun.OfAsync(_data.Path, "visits", "copy", "--from", "DuckDb", "--to", "Database");

        Assert.Equal((ExitCode.Failed, $"DuckDb holds no visits: there is no file {Path.Combine(_data.Path, "visits.duckdb")}."), (run.ExitCode, run.Error.Trim()));
        Assert.False(File.Exists(Path.Combine(_data.Path, "visits.duckdb")));
    }

    [Fact]
    public async Task An_engine_that_is_nowhere_is_asked_for_by_the_name_of_its_setting()
    {
        await _data.CreateSiteAsync();

        var run = await CommandRun.OfAsync(_data.Path, "visits", "copy", "--from", "Database", "--to", "ClickHouse", "--Visits:Engine=DuckDb");

        Assert.Equal(
            (ExitCode.Failed, "ClickHouse is asked for, but ConnectionStrings:ClickHouse names no server: Host=…;Database=…."),
            (run.ExitCode, run.Error.Trim()));
    }

    [Theory]
    [InlineData("--from and --to are both DuckDb: name two engines.", "DuckDb", "DuckDb")]
    [InlineData("Argument 'Oracle' not recognized.", "Oracle", "DuckDb")]
    public async Task Two_engines_must_be_named(string sentence, string from, string to)
    {
        var run = await CommandRun.OfAsync(_data.Path, "visits", "copy", "--from", from, "--to", to);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private static List<Visit> Visits(int site, int count, TimeSpan apart) =>
        [.. Enumerable.Range(0, count).Select(i => SampleVisit.Of(site, SampleVisit.Time + (i * (long)apart.TotalMilliseconds)) with { SessionId = i, DurationMs = i })];

    private Task<CommandRun> CopyAsync() => CommandRun.OfAsync(_data.Path, "visits", "copy", "--from", "Database", "--to", "DuckDb");

    private Task<bool> AppendAsync(VisitEngine engine, params Visit[] visits) => _data.UseAsync(async services =>
    {
        var store = services.GetRequiredKeyedService<IVisitStore>(engine);
        await store.PrepareAsync(CancellationToken.None);
        await store.AppendAsync(visits, CancellationToken.None);
        return true;
    });

    private Task<List<Visit>> ReadAsync(VisitEngine engine) => _data.UseAsync(async services =>
    {
        var visits = await services.GetRequiredKeyedService<IVisitStore>(engine).QueryAsync((all, token) => all.ToListAsync(token), CancellationToken.None);
        return visits.OrderBy(visit => visit.Id).ToList();
    });
}
