using BlazorTracking.Operation;

namespace BlazorTracking.Features.Visits.ClickHouse;

/// <summary>
/// The tables of the visits as the statements that make them, in versions: a database of an older version gets what it
/// lacks. A version that was released is never changed. Every statement may be run again, for a program that was killed
/// between two of them; the version is written last, into the comment of the table that holds the rows.
/// </summary>
/// <param name="database">The database's name.</param>
/// <param name="cluster">The cluster's name; empty for a single server.</param>
/// <param name="setting">The setting that names the database.</param>
internal sealed class ClickHouseSchema(string database, string cluster, string setting = "ConnectionStrings:Visits")
{
    /// <summary>On a cluster, what a shard holds; <see cref="VisitColumn.Table"/> stands before all shards.</summary>
    internal const string ShardTable = "VisitsOfShard";

    private const string Comment = "BlazorTracking schema ";

    // Rows of a site lie together, the newest last; a month that is over is never merged again. Durable: what is answered
    // is on the disk, where the server by itself would leave it to the operating system for a while.
    private const string Columns =
        """
        (
            Id UUID,
            SiteId Int32,
            OccurredAt Int64 CODEC(Delta, ZSTD(1)),
            Event LowCardinality(String),
            Hostname LowCardinality(String),
            Path String CODEC(ZSTD(1)),
            Properties String CODEC(ZSTD(1)),
            VisitorId Int64,
            SessionId Int64,
            NewVisitor Int32 CODEC(ZSTD(1)),
            NewPageVisitor Int32 CODEC(ZSTD(1)),
            NewSession Int32 CODEC(ZSTD(1)),
            SessionStartedAt Int64 CODEC(Delta, ZSTD(1)),
            Bounce Int32 CODEC(ZSTD(1)),
            DurationMs Int64 CODEC(ZSTD(1)),
            PreviousPath String CODEC(ZSTD(1)),
            ReferrerHost LowCardinality(String),
            ReferrerPath String CODEC(ZSTD(1)),
            Source LowCardinality(String),
            Channel LowCardinality(String),
            UtmSource LowCardinality(String),
            UtmMedium LowCardinality(String),
            UtmCampaign LowCardinality(String),
            UtmContent LowCardinality(String),
            UtmTerm LowCardinality(String),
            Country LowCardinality(String),
            Region LowCardinality(String),
            City LowCardinality(String),
            PostalCode LowCardinality(String),
            Latitude Nullable(Float64),
            Longitude Nullable(Float64),
            Browser LowCardinality(String),
            BrowserVersion LowCardinality(String),
            OperatingSystem LowCardinality(String),
            OperatingSystemVersion LowCardinality(String),
            Device LowCardinality(String),
            Screen LowCardinality(String),
            Language LowCardinality(String),
            Trust Int32 CODEC(ZSTD(1)),
            Address String CODEC(ZSTD(1)),
            IdHasTime Bool,
            INDEX Ids Id TYPE bloom_filter(0.001) GRANULARITY 1,
            INDEX IdsWithoutTime IdHasTime TYPE minmax GRANULARITY 1
        )
        """;

    private const string Layout =
        """
        PARTITION BY toYYYYMM(toDateTime(intDiv(OccurredAt, 1000), 'UTC'))
        ORDER BY (SiteId, OccurredAt, Id)
        """;

    private const string Settings = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1";

    /// <summary>What visits are inserted into and read from.</summary>
    public string Table => Name(VisitColumn.Table);

    /// <summary>Which tables there are: <c>name</c>, <c>engine</c>, <c>comment</c>.</summary>
    public string Tables => $"SELECT name, engine, comment FROM system.tables WHERE database = {Text(database)} AND name IN ('{VisitColumn.Table}', '{ShardTable}')";

    /// <summary>The version that this program knows.</summary>
    public int Latest => Versions.Count;

    private bool IsSharded => cluster.Length > 0;

    private string RowTable => IsSharded ? ShardTable : VisitColumn.Table;

    private string OnCluster => IsSharded ? $" ON CLUSTER {Quoted(cluster)}" : "";

    private IReadOnlyList<IReadOnlyList<string>> Versions => [IsSharded ? [CreateShards(), CreateDistributed()] : [Create()]];

    /// <summary>The statements that bring a database of the version to the latest one.</summary>
    public IEnumerable<string> After(int version)
    {
        for (; version < Latest; version++)
        {
            foreach (var statement in Versions[version])
            {
                yield return statement;
            }

            yield return $"ALTER TABLE {Name(RowTable)}{OnCluster} MODIFY COMMENT '{Comment}{version + 1}'";
        }
    }

    /// <summary>The version of the tables that are there; 0 for none.</summary>
    /// <exception cref="SettingException">They are not this program's, a newer program's, or those of the other layout.</exception>
    public int VersionOf(IReadOnlyCollection<ClickHouseTable> tables)
    {
        if (tables.FirstOrDefault(table => table.Name == VisitColumn.Table) is { } visits && visits.IsDistributed != IsSharded)
        {
            throw new SettingException(IsSharded
                ? $"Visits:ClickHouse:Cluster is {cluster}, but the database {database} ({setting}) holds the visits of a single server: name another database."
                : $"The database {database} ({setting}) holds the visits of a cluster: Visits:ClickHouse:Cluster must name it.");
        }

        if (tables.FirstOrDefault(table => table.Name == RowTable) is not { } rows)
        {
            return 0;
        }

        if (!rows.Comment.StartsWith(Comment, StringComparison.Ordinal) || !int.TryParse(rows.Comment.AsSpan(Comment.Length), out var version))
        {
            throw new SettingException($"The database {database} ({setting}) holds a table {RowTable} that is not this program's: name another database.");
        }

        return version <= Latest
            ? version
            : throw new SettingException($"The visits in the database {database} ({setting}) were written by a newer version of this program (schema {version}; this one knows {Latest}).");
    }

    /// <summary>The statement that removes the visits that meet the condition; they are gone from every shard and replica when it returns.</summary>
    public string Delete(string condition) =>
        $"DELETE FROM {Name(RowTable)}{OnCluster} WHERE {condition} SETTINGS lightweight_deletes_sync = 2";

    // Where the replicas keep what they agree on is the server's own setting (default_replica_path).
    private string CreateShards() =>
        $"CREATE TABLE IF NOT EXISTS {Name(ShardTable)}{OnCluster}\n{Columns}\nENGINE = ReplicatedMergeTree\n{Layout}\n{Settings}\nCOMMENT '{Comment}0'";

    private string CreateDistributed() =>
        $"CREATE TABLE IF NOT EXISTS {Table}{OnCluster} AS {Name(ShardTable)}\nENGINE = Distributed({Text(cluster)}, {Text(database)}, '{ShardTable}', SiteId)";

    private string Create() =>
        $"CREATE TABLE IF NOT EXISTS {Table}\n{Columns}\nENGINE = MergeTree\n{Layout}\n{Settings}\nCOMMENT '{Comment}0'";

    private string Name(string table) => $"{Quoted(database)}.{Quoted(table)}";

    private static string Quoted(string name) => $"`{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";

    private static string Text(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}

/// <summary>A row of <c>system.tables</c>.</summary>
internal sealed record ClickHouseTable(string Name, string Engine, string Comment)
{
    public bool IsDistributed => Engine == "Distributed";
}
