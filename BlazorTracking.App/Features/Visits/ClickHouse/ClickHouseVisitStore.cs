using System.Linq.Expressions;
using ClickHouse.Driver;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.ClickHouse;

namespace BlazorTracking.Features.Visits.ClickHouse;

/// <summary>
/// Visits on a ClickHouse server or cluster. A batch is one insert, answered when it is on the server's disk. The server
/// knows no unique key: a batch is asked for before it is inserted, which is enough as one process writes. A batch that
/// spans two months, and that alone, may be stored in part when the server fails in the middle.
/// </summary>
internal sealed class ClickHouseVisitStore(ClickHouseServer server) : IVisitStore
{
    private static readonly IDataProvider _provider = ClickHouseTools.GetDataProvider(ClickHouseProvider.ClickHouseDriver);

    // One set of options: what linq2db keeps of a translated query belongs to it.
    private static readonly DataOptions _options = new DataOptions()
        .UseDataProvider(_provider)
        .UseMappingSchema(VisitMapping.Create());

    public Task PrepareAsync(CancellationToken cancellationToken) => server.PrepareAsync(cancellationToken);

    public async Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var rows = batch.Select(ClickHouseVisitRow.Of).ToList();
        var ids = batch.Select(visit => visit.Id).ToHashSet();
        if (ids.Count < batch.Count || (await FindAsync(ids, cancellationToken)).Count > 0)
        {
            throw new DuplicateVisitException();
        }

        var options = new InsertOptions { BatchSize = rows.Count, CustomSettings = ClickHouseVisitRow.WaitUntilWritten, UseSchemaCache = true };
        await server.Client.InsertBinaryAsync(server.Schema.Table, ClickHouseVisitRow.Columns, rows, options, cancellationToken);
    }

    public async Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        foreach (var query in ClickHouseVisitIds.Queries(server.Schema.Table, ids))
        {
            using var reader = await server.Client.ExecuteReaderAsync(query, cancellationToken: cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(reader.GetGuid(0));
            }
        }

        return found;
    }

    public async Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        await using var connection = Connect();
        return await query(Table(connection), cancellationToken);
    }

    public Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken) => DeleteAsync(siteId, _ => true, cancellationToken);

    public async Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken)
    {
        await using var connection = Connect();
        connection.AddInterceptor(new ClickHouseDeletion(server.Schema));
        await Table(connection).Where(visit => visit.SiteId == siteId).Where(condition).DeleteAsync(cancellationToken);
    }

    private DataConnection Connect() => new(_options.UseConnection(_provider, server.Client.CreateConnection(), disposeConnection: true));

    // Named with its database: what a connection calls its own depends on more than its connection string.
    private ITable<Visit> Table(DataConnection connection) => connection.GetTable<Visit>().DatabaseName(server.Database);
}
