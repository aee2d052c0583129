using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.DuckDb;
using BlazorTracking.Operation;
using BlazorTracking.Tests.Infrastructure;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorTracking.Tests.Features.Visits.DuckDb;

public sealed class DuckDbSchemaTests(DuckDbDatabase database) : IClassFixture<DuckDbDatabase>
{
    [Fact]
    public void The_table_has_the_columns_of_a_visit_in_the_order_in_which_they_are_appended()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "column_name", "is_nullable" FROM "information_schema"."columns" WHERE "table_name" = '{VisitColumn.Table}' ORDER BY "ordinal_position" """;
        using var reader = command.ExecuteReader();
        var columns = new List<(string Name, bool IsNullable)>();
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1) == "YES"));
        }

        Assert.Equal([.. VisitColumn.All.Select(column => (column.Name, column.IsNullable)), ("IdHasTime", false)], columns);
    }

    [Fact]
    public void A_file_that_is_prepared_already_stays_as_it_is()
    {
        using var connection = Connect();

        DuckDbSchema.Apply(connection, "visits.duckdb");
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_with_a_sentence()
    {
        using var connection = new DuckDBConnection(DuckDBConnectionStringBuilder.InMemoryConnectionString);
        connection.Open();
        DuckDbSchema.Apply(connection, "visits.duckdb");
        using var command = connection.CreateCommand();
        command.CommandText = """INSERT INTO "SchemaVersion" VALUES (1000)""";
        command.ExecuteNonQuery();

        var failure = Assert.Throws<SettingException>(() => DuckDbSchema.Apply(connection, "visits.duckdb"));

        Assert.StartsWith("The visits in visits.duckdb were written by a newer version of this program", failure.Message, StringComparison.Ordinal);
    }

    private DuckDBConnection Connect() => database.Services.GetRequiredService<DuckDbFile>().Connect();
}
