using System.Net;
using System.Text.Json;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Operation;

public sealed class HealthTests(AppFactory healthy) : IClassFixture<AppFactory>
{
    [Fact]
    public async Task The_process_is_alive()
    {
        var (status, body) = await AskAsync(healthy, AppUrls.HealthLive);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"status":"Healthy","checks":{}}""", body);
    }

    [Fact]
    public async Task A_started_program_is_ready_and_names_its_checks()
    {
        var (status, body) = await AskAsync(healthy, AppUrls.HealthReady);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"status":"Healthy","checks":{"database":{"status":"Healthy"},"writer":{"status":"Healthy"}}}""", body);
    }

    [Theory]
    [InlineData(AppUrls.HealthLive)]
    [InlineData(AppUrls.HealthReady)]
    public async Task An_answer_is_json_and_is_not_kept(string url)
    {
        using var client = healthy.CreateClient();
        using var response = await client.GetAsync(url);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_database_that_lacks_a_migration_is_not_ready()
    {
        using var app = new AppFactory();
        using var client = app.CreateClient();
        await using (var context = app.CreateContext())
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"");
        }

        var (status, body) = await AskAsync(app, AppUrls.HealthReady);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("The database lacks a migration.", Description(body, "database"));
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_not_ready_but_the_process_is_alive()
    {
        using var app = new AppFactory();
        using var client = app.CreateClient();
        await using (var context = app.CreateContext())
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Path.Combine(app.DataDirectory, "tracking.db"), new string('x', 10_000));

        var (status, body) = await AskAsync(app, AppUrls.HealthReady);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("The database does not answer.", Description(body, "database"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, AppUrls.HealthLive)).Status);
    }

    [Fact]
    public async Task A_writer_that_has_stopped_is_not_ready()
    {
        using var app = new AppFactory();
        using var client = app.CreateClient();
        await app.Services.GetRequiredService<VisitWriter>().StopAsync(CancellationToken.None);

        var (status, body) = await AskAsync(app, AppUrls.HealthReady);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("No visits are taken in.", Description(body, "writer"));
    }

    private static string? Description(string body, string check)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("checks").GetProperty(check).GetProperty("description").GetString();
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(AppFactory app, string url)
    {
        using var client = app.CreateClient();
        using var response = await client.GetAsync(url);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
