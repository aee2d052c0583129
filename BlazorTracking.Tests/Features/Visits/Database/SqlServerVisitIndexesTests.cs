using System.Data.Common;
using BlazorTracking.Features.Visits.Database;
using BlazorTracking.Tests.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlazorTracking.Tests.Features.Visits.Database;

public sealed class SqlServerVisitIndexesTests
{
    [Theory]
    [InlineData(3, "13.0.1601.5", "", true)] // Enterprise, the first release of 2016
    [InlineData(2, "13.0.1601.5", "", false)] // Standard, the same
    [InlineData(2, "13.0.4001.0", "", true)] // with service pack 1
    [InlineData(4, "16.0.1000.6", "", true)] // Express 2022
    [InlineData(4, "", "", false)]
    [InlineData(5, "12.0.2000.8", "S3", true)] // Azure SQL Database
    [InlineData(5, "12.0.2000.8", "GP_S_Gen5_1", true)]
    [InlineData(5, "12.0.2000.8", "S2", false)]
    [InlineData(5, "12.0.2000.8", "Basic", false)]
    [InlineData(8, "12.0.2000.8", "", true)] // Managed Instance
    [InlineData(9, "15.0.2000.0", "", false)] // Edge
    [InlineData(0, "", "", false)]
    public void Which_servers_have_columnstore_indexes(int edition, string version, string objective, bool has) =>
        Assert.Equal(has, SqlServerVisitIndexes.HasColumnstore(edition, version, objective));

    [Fact]
    public async Task A_server_that_can_stores_visits_by_columns()
    {
        var sent = await PrepareAsync(Server(edition: 3));

        Assert.Equal(SqlServerVisitIndexes.LieByColumns, sent[^1]);
        Assert.DoesNotContain(SqlServerVisitIndexes.LieByRows, sent);
    }

    [Fact]
    public async Task A_server_that_cannot_gets_an_index_of_the_figures()
    {
        var sent = await PrepareAsync(Server(edition: 0));

        Assert.Equal(SqlServerVisitIndexes.LieByRows, sent[^1]);
        Assert.DoesNotContain(SqlServerVisitIndexes.LieByColumns, sent);
    }

    [Fact]
    public async Task A_server_that_promises_columns_and_fails_stores_visits_by_rows()
    {
        var server = Server(edition: 3);

        var sent = await PrepareAsync(command => command == SqlServerVisitIndexes.LieByColumns ? throw new Refusal() : server(command));

        Assert.Equal(SqlServerVisitIndexes.LieByRows, sent[^1]);
    }

    [Fact]
    public async Task A_server_that_answers_nothing_keeps_what_the_migrations_made() =>
        Assert.NotEmpty(await PrepareAsync(_ => throw new Refusal()));

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public async Task Whatever_is_sent_is_valid_and_leaves_the_key_of_the_ids_alone(int edition)
    {
        var sent = await PrepareAsync(Server(edition));

        Assert.All(sent, TSql.AssertParses);
        Assert.All(sent, command => Assert.DoesNotContain("PK_", command, StringComparison.Ordinal));
    }

    private static Func<string, object?> Server(int edition) => command => command switch
    {
        SqlServerVisitIndexes.AskEdition => edition,
        SqlServerVisitIndexes.AskVersion => "16.0.1000.6",
        SqlServerVisitIndexes.AskObjective => DBNull.Value,
        _ => null,
    };

    private static async Task<IReadOnlyList<string>> PrepareAsync(Func<string, object?> answer)
    {
        using var server = new RecordedSqlServer { Answer = answer };
        await using var connection = server.CreateConnection();
        await connection.OpenAsync();
        await new SqlServerVisitIndexes(NullLogger.Instance).PrepareAsync(connection, CancellationToken.None);
        return server.Commands;
    }

    private sealed class Refusal() : DbException("This server cannot do that.");
}
