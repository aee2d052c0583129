using System.Globalization;
using System.Net;
using BlazorTracking.Data;
using BlazorTracking.Features.Commands;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Commands.Backup;

/// <summary>Backup and restore as they are run in a shell, with the server as its users run it.</summary>
public sealed class BackupTests : IDisposable
{
    private const int Clients = 8;

    private readonly ProgramData _data = new();
    private readonly TemporaryDirectory _files = new();

    private string Archive => _files.PathOf("backup.zip");

    [Theory]
    [InlineData(VisitEngine.Database)]
    [InlineData(VisitEngine.DuckDb)]
    public async Task What_was_acknowledged_before_the_backup_is_there_when_it_is_restored_elsewhere(VisitEngine engine)
    {
        var site = await _data.CreateSiteAsync();
        await using var server = await ServerProcess.StartAsync(_data.Path, $"--Visits:Engine={engine}");
        using var load = new BeaconLoad(server, site, Clients);
        await load.WaitForAsync(300);

        var before = load.Acknowledged;
        var backup = await CommandRun.OfAsync(_data.Path, "backup", "--output", Archive, $"--Visits:Engine={engine}");
        await load.WaitForAsync(load.Acknowledged.Count + 100);
        await load.EndAsync();

        Assert.Equal((ExitCode.Good, ""), (backup.ExitCode, backup.Error));
        using var elsewhere = new TemporaryDirectory();
        var restore = await CommandRun.OfAsync(elsewhere.PathOf("data"), "restore", Archive, $"--Visits:Engine={engine}");
        Assert.Equal((ExitCode.Good, ""), (restore.ExitCode, restore.Error));
        await using var restored = await ServerProcess.StartAsync(elsewhere.PathOf("data"), $"--Visits:Engine={engine}");
        using var client = restored.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        restored.Terminate();
        Assert.Equal(0, await restored.WaitForExitAsync());

        var paths = await ReadPathsAsync(elsewhere.PathOf("data"), engine, site);
        Assert.Empty(before.Except(paths));
        Assert.Equal(paths.Count, paths.Distinct().Count());
        Assert.Equal(
            Directory.GetFiles(Path.Combine(_data.Path, "keys")).Select(Path.GetFileName).Order(),
            Directory.GetFiles(elsewhere.PathOf(Path.Combine("data", "keys"))).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Data_that_is_there_is_replaced_only_where_that_is_asked_for()
    {
        var site = await BackUpAsync(visits: 3);
        await _data.AppendAsync([SampleVisit.Of(site)]);

        var refused = await CommandRun.OfAsync(_data.Path, "restore", Archive);
        Assert.Equal(ExitCode.Failed, refused.ExitCode);
        Assert.Contains("holds data already, and nothing was restored.", refused.Error, StringComparison.Ordinal);
        Assert.Equal(4, await _data.CountVisitsAsync(site));

        // In a process of its own the command would find no connection that is kept open to the replaced file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var forced = await CommandRun.OfAsync(_data.Path, "restore", "--force", Archive);
        Assert.Equal((ExitCode.Good, ""), (forced.ExitCode, forced.Error));
        Assert.Equal(3, await _data.CountVisitsAsync(site));
        Assert.Empty(Directory.GetFiles(_data.Path, "*.restored", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Of_a_damaged_backup_nothing_is_restored()
    {
        var site = await BackUpAsync(visits: 3);
        await _data.AppendAsync([SampleVisit.Of(site)]);
        var bytes = await File.ReadAllBytesAsync(Archive);
        bytes[bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(Archive, bytes);

        var run = await CommandRun.OfAsync(_data.Path, "restore", "--force", Archive);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("damaged", run.Error, StringComparison.Ordinal);
        Assert.Equal(4, await _data.CountVisitsAsync(site));
        Assert.Empty(Directory.GetFiles(_data.Path, "*.restored", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_no_backup_is_said_to_be_none()
    {
        var file = _files.PathOf("other.zip");
        await File.WriteAllTextAsync(file, "nonsense");

        var run = await CommandRun.OfAsync(_data.Path, "restore", file);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith("The file is not a backup, or a damaged one: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_was_decided_and_killed_is_ended_by_the_next_start()
    {
        var site = await BackUpAsync(visits: 3);
        await _data.AppendAsync([SampleVisit.Of(site)]);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var database = Path.Combine(_data.Path, "tracking.db");
        using (var other = new TemporaryDirectory())
        {
            await CommandRun.OfAsync(other.FullName, "restore", Archive);
            File.Copy(other.PathOf("tracking.db"), $"{database}.restored");
        }

        var pending = new PendingRestore([new PendingMove($"{database}.restored", database), new PendingMove(database + ".moved", database)], [$"{database}-wal", $"{database}-shm"]);
        await File.WriteAllTextAsync(Path.Combine(_data.Path, PendingRestore.FileName), System.Text.Json.JsonSerializer.Serialize(pending));
        await using var server = await ServerProcess.StartAsync(_data.Path);
        server.Terminate();
        await server.WaitForExitAsync();

        Assert.Equal(3, await _data.CountVisitsAsync(site));
        Assert.False(File.Exists(Path.Combine(_data.Path, PendingRestore.FileName)));
    }

    [Fact]
    public async Task Under_a_running_server_nothing_is_restored()
    {
        await BackUpAsync(visits: 1);
        await using var server = await ServerProcess.StartAsync(_data.Path);

        var run = await CommandRun.OfAsync(_data.Path, "restore", "--force", Archive);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith("A server runs on ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_inside_of_the_data_directory_is_refused()
    {
        await _data.CreateSiteAsync();

        var run = await CommandRun.OfAsync(_data.Path, "backup", "--output", Path.Combine(_data.Path, "backup.zip"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith("The archive cannot be inside of the data directory", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_may_read_an_archive()
    {
        await BackUpAsync(visits: 1);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Archive));
    }

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    private async Task<int> BackUpAsync(int visits)
    {
        var site = await _data.CreateSiteAsync();
        await _data.AppendAsync([.. Enumerable.Range(0, visits).Select(i => SampleVisit.Of(site, SampleVisit.Time + i))]);
        var run = await CommandRun.OfAsync(_data.Path, "backup", "--output", Archive);
        Assert.Equal((ExitCode.Good, ""), (run.ExitCode, run.Error));
        return site;
    }

    private static async Task<IReadOnlyList<string>> ReadPathsAsync(string directory, VisitEngine engine, int site)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder([$"--Data:Directory={directory}", $"--Visits:Engine={engine}"]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddData();
        builder.AddVisits();
        await using var app = builder.Build();
        return await app.Services.GetRequiredService<IVisitStore>().QueryAsync(
            (visits, token) => visits.Where(visit => visit.SiteId == site).Select(visit => visit.Path).ToListAsync(token), CancellationToken.None);
    }

    /// <summary>Clients that send beacons without a pause, each of another page, and note which were acknowledged.</summary>
    private sealed class BeaconLoad : IDisposable
    {
        private readonly HttpClient _client;
        private readonly CancellationTokenSource _end = new();
        private readonly Task[] _clients;
        private readonly List<string> _acknowledged = [];
        private int _last;

        public BeaconLoad(ServerProcess server, int site, int clients)
        {
            _client = server.CreateClient();
            _clients = [.. Enumerable.Range(0, clients).Select(_ => Task.Run(() => SendAsync(site)))];
        }

        public IReadOnlyList<string> Acknowledged
        {
            get
            {
                lock (_acknowledged)
                {
                    return [.. _acknowledged];
                }
            }
        }

        public async Task WaitForAsync(int count)
        {
            while (Acknowledged.Count < count)
            {
                await Task.WhenAny(Task.Delay(20), Task.WhenAny(_clients));
                Assert.DoesNotContain(_clients, client => client.IsFaulted);
            }
        }

        public async Task EndAsync()
        {
            await _end.CancelAsync();
            await Task.WhenAll(_clients);
        }

        public void Dispose()
        {
            _end.Cancel();
            _end.Dispose();
            _client.Dispose();
        }

        private async Task SendAsync(int site)
        {
            while (!_end.IsCancellationRequested)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"/{Interlocked.Increment(ref _last)}");
                using var answer = await _client.PostAsync(new Uri($"/sites/{site}/visit?url=https://example.org{path}", UriKind.Relative), content: null);
                if (answer.StatusCode == HttpStatusCode.NoContent)
                {
                    lock (_acknowledged)
                    {
                        _acknowledged.Add(path);
                    }
                }
            }
        }
    }
}
