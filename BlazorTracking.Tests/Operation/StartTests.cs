using System.Net;
using System.Net.Sockets;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Operation;

/// <summary>What an operator sees who starts the program with a setting that is wrong.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    [Theory]
    [InlineData("--Database:Provider=Oracle", "Database:Provider must be Sqlite or SqlServer, not “Oracle”.")]
    [InlineData("--Visits:Engine=Paper", "Visits:Engine must be Database or DuckDb or ClickHouse, not “Paper”.")]
    [InlineData("--Visits:ClickHouse:Cluster=my cluster", "Visits:ClickHouse:Cluster must be a name of letters, digits, hyphens, dots and underscores.")]
    [InlineData("--Beacons:BatchSize=0", "Beacons:BatchSize must be between 1 and 10000.")]
    [InlineData("--Proxy:TrustedAddresses=everyone", "Proxy:TrustedAddresses must hold addresses or networks such as 10.0.0.0/8, but “everyone” is neither.")]
    [InlineData("--Geo:CityDatabase=/nowhere/cities.mmdb", "Geo:CityDatabase must be the path of an MMDB file, but /nowhere/cities.mmdb does not exist.")]
    [InlineData("--ConnectionStrings:Tracking=Password=se;cret", "ConnectionStrings:Tracking is not a connection string of Sqlite.")]
    public async Task A_wrong_setting_stops_the_start_with_nothing_but_a_sentence(string argument, string sentence)
    {
        await using var server = Start(argument);

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.Equal(sentence, server.Output.Trim());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_stops_the_start_with_a_sentence()
    {
        var file = _data.PathOf("file");
        await File.WriteAllTextAsync(file, "");
        await using var server = ServerProcess.Launch("--urls=http://127.0.0.1:0", $"--Data:Directory={file}");

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.StartsWith($"Data:Directory is {file}, but the program cannot write there: ", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_with_a_sentence()
    {
        var file = _data.PathOf("tracking.db");
        await File.WriteAllTextAsync(file, new string('x', 10_000));
        await using var server = Start();

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.Contains($"The database {file} (ConnectionStrings:Tracking) cannot be used: ", LastLine(server), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_stops_the_start_with_a_last_sentence_that_says_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var server = ServerProcess.Launch($"--urls=http://{other.LocalEndpoint}", $"--Data:Directory={_data.FullName}");

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.Equal(
            $"Failed to bind to address http://{other.LocalEndpoint}: address already in use. Another program listens there: end it, or choose another address with --urls.",
            LastLine(server));
        Assert.DoesNotContain(" crit: ", server.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private static string LastLine(ServerProcess server) => server.Output.Trim().Split(Environment.NewLine)[^1];

    private ServerProcess Start(params string[] arguments) =>
        ServerProcess.Launch(["--urls=http://127.0.0.1:0", $"--Data:Directory={_data.FullName}", .. arguments]);
}
