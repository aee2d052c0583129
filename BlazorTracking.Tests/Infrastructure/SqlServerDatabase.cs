using BlazorTracking.Data;
using Microsoft.Data.SqlClient;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>A database of its own on the server that <c>BLAZORTRACKING_TEST_SQLSERVER</c> names by a connection string.</summary>
public sealed class SqlServerDatabase : TestDatabase
{
    private const string Variable = "BLAZORTRACKING_TEST_SQLSERVER";

    private readonly string? _server = Environment.GetEnvironmentVariable(Variable);
    private readonly string _name = $"blazortracking_test_{Guid.NewGuid():N}";

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public override string? SkipReason =>
        string.IsNullOrWhiteSpace(_server) ? $"{Variable} is not set to the connection string of a SQL Server." : null;

    private string OwnConnectionString => new SqlConnectionStringBuilder(_server) { InitialCatalog = _name }.ConnectionString;

    protected override async Task<string> CreateAsync(string directory)
    {
        await ExecuteAsync($"CREATE DATABASE [{_name}]");
        return OwnConnectionString;
    }

    protected override async Task DropAsync()
    {
        using (var connection = new SqlConnection(OwnConnectionString))
        {
            SqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE [{_name}]");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqlConnection(_server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
