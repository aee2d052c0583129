using BlazorTracking.Features.Visits;
using BlazorTracking.Features.Visits.ClickHouse;
using BlazorTracking.Operation;

namespace BlazorTracking.Tests.Features.Visits.ClickHouse;

/// <summary>The statements themselves; <see cref="ClickHouseVisitStoreTests"/> runs those of a single server on one.</summary>
public sealed class ClickHouseSchemaTests
{
    private static readonly ClickHouseSchema _single = new("stats", "");
    private static readonly ClickHouseSchema _sharded = new("stats", "all-of-them");

    [Fact]
    public void A_single_server_gets_one_table()
    {
        var statements = _single.After(0).ToList();

        Assert.Equal(2, statements.Count);
        Assert.StartsWith("CREATE TABLE IF NOT EXISTS `stats`.`Visits`\n", statements[0], StringComparison.Ordinal);
        Assert.Contains("ENGINE = MergeTree\n", statements[0], StringComparison.Ordinal);
        Assert.Equal("ALTER TABLE `stats`.`Visits` MODIFY COMMENT 'BlazorTracking schema 1'", statements[1]);
    }

    [Fact]
    public void A_cluster_gets_a_replicated_table_on_each_shard_and_one_before_them()
    {
        var statements = _sharded.After(0).ToList();

        Assert.Equal(3, statements.Count);
        Assert.StartsWith("CREATE TABLE IF NOT EXISTS `stats`.`VisitsOfShard` ON CLUSTER `all-of-them`\n", statements[0], StringComparison.Ordinal);
        Assert.Contains("ENGINE = ReplicatedMergeTree\n", statements[0], StringComparison.Ordinal);
        Assert.Equal(
            "CREATE TABLE IF NOT EXISTS `stats`.`Visits` ON CLUSTER `all-of-them` AS `stats`.`VisitsOfShard`\nENGINE = Distributed('all-of-them', 'stats', 'VisitsOfShard', SiteId)",
            statements[1]);
        Assert.Equal("ALTER TABLE `stats`.`VisitsOfShard` ON CLUSTER `all-of-them` MODIFY COMMENT 'BlazorTracking schema 1'", statements[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("all-of-them")]
    public void Rows_lie_by_site_and_time_in_parts_of_a_month_and_on_the_disk_before_they_are_answered(string cluster)
    {
        var rows = new ClickHouseSchema("stats", cluster).After(0).First();

        Assert.Contains("PARTITION BY toYYYYMM(", rows, StringComparison.Ordinal);
        Assert.Contains("ORDER BY (SiteId, OccurredAt, Id)", rows, StringComparison.Ordinal);
        Assert.Contains("fsync_after_insert = 1, fsync_part_directory = 1", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_of_a_visit_has_a_place()
    {
        var statements = string.Join('\n', _single.After(0));

        Assert.All(VisitColumn.All, column => Assert.Contains($"\n    {column.Name} ", statements, StringComparison.Ordinal));
    }

    [Fact]
    public void A_database_of_the_latest_version_is_left_as_it_is() =>
        Assert.Empty(_single.After(_single.Latest));

    [Fact]
    public void Names_cannot_leave_their_quotes()
    {
        var schema = new ClickHouseSchema("a`b'c\\d", "");

        Assert.Equal(@"`a\`b'c\\d`.`Visits`", schema.Table);
        Assert.Contains(@"database = 'a`b\'c\\d' ", schema.Tables, StringComparison.Ordinal);
    }

    [Fact]
    public void Visits_are_removed_from_what_holds_them_and_the_answer_waits_for_it()
    {
        Assert.Equal("DELETE FROM `stats`.`Visits` WHERE SiteId = 7 SETTINGS lightweight_deletes_sync = 2", _single.Delete("SiteId = 7"));
        Assert.Equal("DELETE FROM `stats`.`VisitsOfShard` ON CLUSTER `all-of-them` WHERE SiteId = 7 SETTINGS lightweight_deletes_sync = 2", _sharded.Delete("SiteId = 7"));
    }

    [Fact]
    public void The_version_is_that_of_the_table_that_holds_the_rows()
    {
        Assert.Equal(0, _single.VersionOf([]));
        Assert.Equal(0, _single.VersionOf([new("Visits", "MergeTree", "BlazorTracking schema 0")]));
        Assert.Equal(1, _single.VersionOf([new("Visits", "MergeTree", "BlazorTracking schema 1")]));
        Assert.Equal(1, _sharded.VersionOf([new("Visits", "Distributed", ""), new("VisitsOfShard", "ReplicatedMergeTree", "BlazorTracking schema 1")]));
        Assert.Equal(0, _sharded.VersionOf([new("VisitsOfShard", "ReplicatedMergeTree", "BlazorTracking schema 0")]));
    }

    [Fact]
    public void A_table_of_somebody_else_is_not_touched() =>
        Assert.Equal(
            "The database stats (ConnectionStrings:Visits) holds a table Visits that is not this program's: name another database.",
            Refusal(_single, new ClickHouseTable("Visits", "MergeTree", "")));

    [Fact]
    public void Tables_of_a_newer_program_are_not_touched() =>
        Assert.Equal(
            "The visits in the database stats (ConnectionStrings:Visits) were written by a newer version of this program (schema 9; this one knows 1).",
            Refusal(_single, new ClickHouseTable("Visits", "MergeTree", "BlazorTracking schema 9")));

    [Fact]
    public void A_cluster_does_not_take_over_a_single_servers_table() =>
        Assert.StartsWith(
            "Visits:ClickHouse:Cluster is all-of-them, but the database stats ",
            Refusal(_sharded, new ClickHouseTable("Visits", "MergeTree", "BlazorTracking schema 1")), StringComparison.Ordinal);

    [Fact]
    public void A_single_server_does_not_take_over_a_clusters_table() =>
        Assert.EndsWith(
            "Visits:ClickHouse:Cluster must name it.",
            Refusal(_single, new ClickHouseTable("Visits", "Distributed", "")), StringComparison.Ordinal);

    private static string Refusal(ClickHouseSchema schema, params ClickHouseTable[] tables) =>
        Assert.Throws<SettingException>(() => schema.VersionOf(tables)).Message;
}
