using BlazorTracking.Features.Visits.DuckDb;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Visits.DuckDb;

public sealed class DuckDbBackupTests(DuckDbDatabase database) : IClassFixture<DuckDbDatabase>, IDisposable
{
    private readonly TemporaryDirectory _files = new();

    [Fact]
    public async Task A_copy_among_commits_and_checkpoints_holds_what_was_stored_before_it_began()
    {
        var location = database.Services.GetRequiredService<DuckDbFile>().Location;
        using var end = new CancellationTokenSource();
        var stored = 0;
        var writing = Task.Run(() => WriteAsync(count => Interlocked.Add(ref stored, count), end.Token));
        for (var i = 0; i < 8; i++)
        {
            var before = Volatile.Read(ref stored);
            var copy = _files.PathOf($"copy{i}.duckdb");
            await DuckDbBackup.CopyAsync(location, copy, TimeProvider.System, (_, _) => { }, CancellationToken.None);

            Assert.Null(DuckDbBackup.FindDamage(copy));
            Assert.False(File.Exists($"{copy}.wal"));
            var (count, distinct) = Count(copy);
            Assert.True(count >= before, $"{before} were stored, {count} are in the copy.");
            Assert.Equal(count, distinct);
        }

        await end.CancelAsync();
        await writing;
    }

    [Fact]
    public void A_file_that_is_no_database_is_damaged()
    {
        var file = _files.PathOf("nonsense.duckdb");
        File.WriteAllText(file, new string('x', 20_000));

        Assert.NotNull(DuckDbBackup.FindDamage(file));
    }

    public void Dispose() => _files.Dispose();

    private async Task WriteAsync(Action<int> stored, CancellationToken end)
    {
        var file = database.Services.GetRequiredService<DuckDbFile>();
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            await database.Visits.AppendAsync([.. Enumerable.Range(0, 50).Select(_ => SampleVisit.Of(1))], CancellationToken.None);
            stored(50);
            if (i % 7 == 6)
            {
                Checkpoint(file);
            }
        }
    }

    // Refused while visits are being moved out of a journal.
    private static void Checkpoint(DuckDbFile file)
    {
        using var connection = file.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "CHECKPOINT";
        for (var isDone = false; !isDone;)
        {
            try
            {
                command.ExecuteNonQuery();
                isDone = true;
            }
            catch (DuckDBException exception) when (exception.Message.Contains("write transactions active", StringComparison.Ordinal))
            {
                Thread.Yield();
            }
        }
    }

    private static (long Count, long Distinct) Count(string file)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), count(DISTINCT \"Id\") FROM \"Visits\"";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
