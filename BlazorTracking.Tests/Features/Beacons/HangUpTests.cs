using System.Net.Sockets;
using System.Text;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Data.Sqlite;

namespace BlazorTracking.Tests.Features.Beacons;

/// <summary>Who hangs up in the middle of a beacon; only a real connection can.</summary>
public sealed class HangUpTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly ProgramData _data = new();

    [Fact]
    public async Task A_client_that_hangs_up_in_the_middle_of_its_body_is_counted_as_a_bad_request_and_is_no_error_of_ours()
    {
        var site = await _data.CreateSiteAsync();
        await using var server = await ServerProcess.StartAsync(_data.Path);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Address.Host, server.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {AppUrls.Beacon(site)} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n{{\"url\":"));
        }

        await WaitForAsync(() => Task.FromResult(CountRefused(site) == 1));
        Assert.DoesNotContain("fail:", server.Output, StringComparison.Ordinal);
        Assert.Empty(await _data.ReadVisitsAsync(site));
    }

    [Fact]
    public async Task A_client_that_hangs_up_before_the_answer_has_its_visit_stored()
    {
        var site = await _data.CreateSiteAsync();
        await using var server = await ServerProcess.StartAsync(_data.Path);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Address.Host, server.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"GET {AppUrls.Beacon(site)}?url=/left HTTP/1.1\r\nHost: {server.Address.Authority}\r\n\r\n"));
        }

        await WaitForAsync(async () => (await _data.ReadVisitsAsync(site)).Any(visit => visit.Path == "/left"));
    }

    public void Dispose() => _data.Dispose();

    private long CountRefused(int siteId)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "tracking.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(SUM(\"Count\"), 0) FROM \"LedgerEntries\" WHERE \"SiteId\" = $site AND \"Reason\" = $reason";
        command.Parameters.AddWithValue("$site", siteId);
        command.Parameters.AddWithValue("$reason", (int)RefusalReason.BadRequest);
        return (long)command.ExecuteScalar()!;
    }

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
