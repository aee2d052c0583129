using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using DuckDB.NET.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BlazorTracking.Tests.Features.Visits.DuckDb;

/// <summary>What is in a journal is stored as what is in the table is. Time stands still unless a test moves it.</summary>
public sealed class DuckDbVisitAppenderTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(SampleVisit.Time));
    private readonly List<IDisposable> _open = [];

    [Fact]
    public async Task Visits_that_a_crash_left_in_a_journal_are_there_after_the_next_start()
    {
        var appender = Open("first", out var file);
        var visits = Enumerable.Range(0, 20).Select(_ => NewVisit()).ToList();
        foreach (var batch in visits.Chunk(3))
        {
            await appender.AppendAsync(batch);
        }

        Assert.Empty(ReadTable(file));
        CopyAsAfterCrash("first", "second");

        Open("second", out var next);

        Assert.Equal(visits.Select(visit => visit.Id), ReadTable(next));
    }

    [Fact]
    public async Task Visits_in_both_journals_are_there_in_their_order_after_the_next_start()
    {
        var appender = Open("first", out var file);
        Execute(file, """ALTER TABLE "Journal" RENAME TO "Aside" """);
        Visit[] visits = [NewVisit(), NewVisit()];
        await appender.AppendAsync([visits[0]]);
        await Assert.ThrowsAnyAsync<DuckDBException>(appender.MoveAsync);
        await appender.AppendAsync([visits[1]]);
        Execute(file, """ALTER TABLE "Aside" RENAME TO "Journal" """);
        Assert.All(PendingVisits.PathsOf(file.Location), path => Assert.NotEqual(0, new FileInfo(path).Length));
        CopyAsAfterCrash("first", "second");

        Open("second", out var next);

        Assert.Equal(visits.Select(visit => visit.Id), ReadTable(next));
    }

    [Fact]
    public async Task A_crash_between_the_move_and_the_clearing_of_the_journal_stores_nothing_twice()
    {
        var appender = Open("first", out var file);
        Visit[] visits = [NewVisit(), NewVisit()];
        await appender.AppendAsync(visits);
        CopyAsAfterCrash("first", "before");
        await appender.MoveAsync();
        CopyAsAfterCrash("first", "second");
        foreach (var name in PendingVisits.PathsOf(Location("second")))
        {
            File.Copy(Path.Combine(Location("before"), "..", Path.GetFileName(name)), name, overwrite: true);
        }

        var again = Open("second", out var next);

        Assert.Equal(visits.Select(visit => visit.Id), ReadTable(next));
        await again.AppendAsync([NewVisit()]);
        await again.MoveAsync();
        Assert.Equal(3, ReadTable(next).Count);
    }

    [Fact]
    public async Task What_a_journal_holds_beyond_a_missing_batch_is_not_taken()
    {
        Open("first", out var file);
        Close();
        using (var journal = new VisitJournal(PendingVisits.PathsOf(file.Location)[0]))
        {
            journal.Append(1, [NewVisit()]);
            journal.Append(3, [NewVisit()]);
        }

        Open("first", out var next);

        Assert.Single(ReadTable(next));
    }

    [Fact]
    public async Task A_visit_is_refused_a_second_time_wherever_it_is()
    {
        // By id: of now, from a beacon without a time, of a month ago, and of a time that is not the visit's.
        Visit[] visits =
        [
            NewVisit(),
            NewVisit() with { Id = Guid.Parse("e3b0c442-98fc-4c14-9afb-f4c8996fb924") },
            NewVisit(TimeSpan.FromDays(-30)),
            NewVisit() with { Id = NewVisit(TimeSpan.FromDays(-10)).Id },
        ];
        var appender = Open("first", out _);
        await appender.AppendAsync(visits);
        await AssertStoredAsync(appender, visits);

        await appender.MoveAsync();
        await AssertStoredAsync(appender, visits);

        Close();
        await AssertStoredAsync(Open("first", out _), visits);
    }

    [Fact]
    public async Task A_large_batch_goes_into_the_table_at_once_and_is_refused_a_second_time()
    {
        var appender = Open("first", out var file);
        var visits = Enumerable.Range(0, 1500).Select(_ => NewVisit()).ToList();
        await appender.AppendAsync([visits[0]]);

        await Assert.ThrowsAsync<DuplicateVisitException>(() => appender.AppendAsync(visits));
        await appender.AppendAsync(visits[1..]);

        Assert.Equal(1499, ReadTable(file).Count);
        await Assert.ThrowsAsync<DuplicateVisitException>(() => appender.AppendAsync([visits[7]]));
    }

    [Fact]
    public async Task After_a_second_visits_are_moved_into_the_table()
    {
        var appender = Open("first", out var file);
        await appender.AppendAsync([NewVisit()]);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await WaitForMoveAsync(file);
        Assert.Single(ReadTable(file));
    }

    [Fact]
    public async Task When_many_wait_they_are_moved_before_the_second_is_over()
    {
        var appender = Open("first", out var file);
        var visits = Enumerable.Range(0, 10_000).Select(_ => NewVisit()).ToList();
        foreach (var batch in visits[..9_999].Chunk(909))
        {
            await appender.AppendAsync(batch);
        }

        Assert.Empty(ReadTable(file));
        await appender.AppendAsync([visits[^1]]);

        await WaitForMoveAsync(file);
        Assert.Equal(visits.Select(visit => visit.Id), ReadTable(file));
    }

    [Fact]
    public async Task A_move_that_fails_is_said_and_tried_again_and_nothing_is_lost()
    {
        var log = new RecordedLog();
        var appender = Open("first", out var file, log.CreateLogger("Visits"));
        Execute(file, """ALTER TABLE "Journal" RENAME TO "Aside" """);
        Visit[] visits = [NewVisit(), NewVisit()];
        await appender.AppendAsync([visits[0]]);

        _clock.Advance(TimeSpan.FromSeconds(1));

        using var patience = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!log.Lines.Any(line => line.Text.Contains("could not be moved", StringComparison.Ordinal)))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }

        await appender.AppendAsync([visits[1]]);
        await Assert.ThrowsAsync<DuplicateVisitException>(() => appender.AppendAsync([visits[0]]));
        Execute(file, """ALTER TABLE "Aside" RENAME TO "Journal" """);
        await appender.MoveAsync();
        Assert.Equal(visits.Select(visit => visit.Id), ReadTable(file));
    }

    [Fact]
    public async Task Whoever_closes_the_store_finds_everything_in_the_table_and_the_journals_empty()
    {
        var appender = Open("first", out var file);
        await appender.AppendAsync([NewVisit()]);

        Close();

        Assert.All(PendingVisits.PathsOf(file.Location), path => Assert.Equal(0, new FileInfo(path).Length));
        Open("first", out var next);
        Assert.Single(ReadTable(next));
    }

    [Fact]
    public async Task What_could_not_be_moved_at_the_end_is_there_after_the_next_start_whatever_comes_after_the_end()
    {
        var appender = Open("first", out var file);
        Execute(file, """ALTER TABLE "Journal" RENAME TO "Aside" """);
        var visit = NewVisit();
        await appender.AppendAsync([visit]);

        appender.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => appender.AppendAsync([NewVisit()]));
        Execute(file, """ALTER TABLE "Aside" RENAME TO "Journal" """);
        Close();
        Open("first", out var next);
        Assert.Equal([visit.Id], ReadTable(next));
    }

    public void Dispose()
    {
        Close();
        _directory.Dispose();
    }

    private static async Task AssertStoredAsync(DuckDbVisitAppender appender, Visit[] visits)
    {
        Assert.Equal(visits.Select(visit => visit.Id).Order(), appender.Find([.. visits.Select(visit => visit.Id), Guid.NewGuid()]).Order());
        await Assert.AllAsync(visits, visit => Assert.ThrowsAsync<DuplicateVisitException>(() => appender.AppendAsync([NewVisit(), visit])));
    }

    private static async Task WaitForMoveAsync(DuckDbFile file)
    {
        using var patience = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (ReadTable(file).Count == 0)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static Visit NewVisit(TimeSpan age = default)
    {
        var occurredAt = SampleVisit.Time + (long)age.TotalMilliseconds;
        return SampleVisit.Of(1, occurredAt) with { Id = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(occurredAt)) };
    }

    private static List<Guid> ReadTable(DuckDbFile file)
    {
        using var connection = file.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Id" FROM "Visits" """;
        using var reader = command.ExecuteReader();
        var ids = new List<Guid>();
        while (reader.Read())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    private static void Execute(DuckDbFile file, string sql)
    {
        using var connection = file.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Location(string name) => Path.Combine(_directory.PathOf(name), "visits.duckdb");

    // What a crash leaves is what is in the files at that time.
    private void CopyAsAfterCrash(string from, string to)
    {
        Directory.CreateDirectory(_directory.PathOf(to));
        foreach (var file in Directory.EnumerateFiles(_directory.PathOf(from)))
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(Path.Combine(_directory.PathOf(to), Path.GetFileName(file)));
            source.CopyTo(target);
        }
    }

    private DuckDbVisitAppender Open(string name, out DuckDbFile file, ILogger? logger = null)
    {
        Directory.CreateDirectory(_directory.PathOf(name));
        var builder = WebApplication.CreateSlimBuilder([$"--Data:Directory={_directory.PathOf(name)}", "--Visits:Engine=DuckDb"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.AddData();
        builder.AddVisits();
        var app = builder.Build();
        file = app.Services.GetRequiredService<DuckDbFile>();
        var checkpoints = new DuckDbCheckpoints(file, NullLogger.Instance);
        var appender = new DuckDbVisitAppender(file, checkpoints, _clock, logger ?? NullLogger.Instance);
        appender.Open();
        _open.AddRange([appender, checkpoints, file, (IDisposable)app]);
        return appender;
    }

    private void Close()
    {
        _open.ForEach(part => part.Dispose());
        _open.Clear();
    }
}
