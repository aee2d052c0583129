using BlazorTracking.Data;
using Microsoft.Data.Sqlite;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>A SQLite file.</summary>
public class SqliteDatabase : TestDatabase
{
    private string _connectionString = "";

    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    protected override Task<string> CreateAsync(string directory)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "tracking.db") }.ConnectionString;
        return Task.FromResult(_connectionString);
    }

    protected override Task DropAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return Task.CompletedTask;
    }
}
