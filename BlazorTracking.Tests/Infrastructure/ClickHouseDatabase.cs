using BlazorTracking.Features.Visits;
using ClickHouse.Driver;
using ClickHouse.Driver.ADO;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>
/// Visits in a database of its own on the ClickHouse server that <c>BLAZORTRACKING_TEST_CLICKHOUSE</c> names by a
/// connection string, all else in SQLite.
/// </summary>
public sealed class ClickHouseDatabase : SqliteDatabase
{
    private const string Variable = "BLAZORTRACKING_TEST_CLICKHOUSE";

    private readonly string? _server = Environment.GetEnvironmentVariable(Variable);
    private readonly string _name = $"blazortracking_test_{Guid.NewGuid():N}";

    public override VisitEngine Engine => VisitEngine.ClickHouse;

    public override string? SkipReason =>
        string.IsNullOrWhiteSpace(_server) ? $"{Variable} is not set to the connection string of a ClickHouse server." : null;

    public override string VisitsConnectionString => new ClickHouseConnectionStringBuilder(_server) { Database = _name }.ConnectionString;

    protected override async Task<string> CreateAsync(string directory)
    {
        await ExecuteAsync($"CREATE DATABASE `{_name}`");
        return await base.CreateAsync(directory);
    }

    protected override async Task DropAsync()
    {
        await ExecuteAsync($"DROP DATABASE `{_name}`");
        await base.DropAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        using var client = new ClickHouseClient(_server!);
        await client.ExecuteNonQueryAsync(sql);
    }
}
