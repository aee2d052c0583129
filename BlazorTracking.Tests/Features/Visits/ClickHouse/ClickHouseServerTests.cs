using System.Net;
using System.Net.Sockets;
using BlazorTracking.Data;
using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.ClickHouse;
using BlazorTracking.Operation;
using BlazorTracking.Tests.Builders;
using BlazorTracking.Tests.Infrastructure;
using ClickHouse.Driver.ADO;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Features.Visits.ClickHouse;

public sealed class ClickHouseServerTests
{
    [Fact]
    public async Task Without_a_server_the_start_says_so()
    {
        using var server = Server("");

        await AssertRefused("Visits:Engine is ClickHouse, but ConnectionStrings:Visits names no server: Host=…;Database=….", server);
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("Host=db;Port=secret")]
    [InlineData("Host=db;Timeout=secret")]
    public async Task What_is_no_connection_string_is_refused_without_quoting_it(string connectionString)
    {
        var failure = await Assert.ThrowsAsync<SettingException>(async () =>
        {
            using var server = Server(connectionString);
            await server.PrepareAsync(CancellationToken.None);
        });

        Assert.Equal("ConnectionStrings:Visits is not a connection string of ClickHouse.", failure.Message);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named()
    {
        using var server = Server(Unreachable("Password=secret"));

        var failure = await Assert.ThrowsAsync<SettingException>(() => server.PrepareAsync(CancellationToken.None));

        Assert.StartsWith($"The ClickHouse server of {server.Location} (ConnectionStrings:Visits) cannot be reached: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_server_is_down_no_visit_is_stored_and_the_program_is_not_ready()
    {
        using var server = Server(Unreachable());
        var health = new ClickHouseHealth(server, NullLogger<ClickHouseHealth>.Instance);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => new ClickHouseVisitStore(server).AppendAsync([SampleVisit.Of(1)], CancellationToken.None));

        var result = await health.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Equal("The server of the visits does not answer.", result.Description);
    }

    [Fact]
    public void A_database_that_is_not_named_is_the_servers_own()
    {
        using var server = Server("Host=db");

        Assert.Equal("default on db:8123", server.Location);
    }

    [SkippableFact]
    public async Task A_database_that_is_not_there_is_named()
    {
        var database = new ClickHouseDatabase();
        Skip.If(database.SkipReason is not null, database.SkipReason);
        using var server = Server(new ClickHouseConnectionStringBuilder(database.VisitsConnectionString) { Database = "not_there" }.ConnectionString);

        await AssertRefused("The ClickHouse server has no database not_there (ConnectionStrings:Visits): create it with CREATE DATABASE, or name another.", server);
    }

    private static async Task AssertRefused(string sentence, ClickHouseServer server) =>
        Assert.Equal(sentence, (await Assert.ThrowsAsync<SettingException>(() => server.PrepareAsync(CancellationToken.None))).Message);

    private static string Unreachable(string more = "")
    {
        // A port on which nobody listens: one that was free a moment ago.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};Database=stats;{more}";
    }

    private static ClickHouseServer Server(string connectionString, string cluster = "") => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Visits", connectionString)]).Build(),
        Options.Create(new ClickHouseOptions { Cluster = cluster }),
        ClickHouseIsChosen());

    // It is set, so nothing is looked for.
    private static VisitEngineChoice ClickHouseIsChosen() => new(
        Options.Create(new VisitsOptions { Engine = VisitEngine.ClickHouse }),
        new DatabaseConnection(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Tracking", "Data Source=none.db")]).Build(), Options.Create(new DatabaseOptions()), null!));
}
