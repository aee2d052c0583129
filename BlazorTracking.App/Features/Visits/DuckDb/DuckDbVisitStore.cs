using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.DataProvider.DuckDB;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Visits in a file of the embedded column store DuckDB. Readers have a connection each and never wait for the writer.
/// </summary>
internal sealed class DuckDbVisitStore : IVisitStore, IDisposable
{
    // More at once are no faster; fewer would let a few slow ones hold all others up.
    private const int QueriesPerThread = 4;

    private const int RowsPerDeletion = 10_000;
    private static readonly TimeSpan _pauseBetweenDeletions = TimeSpan.FromMilliseconds(20);

    // One set of options: what linq2db keeps of a translated query belongs to it.
    private readonly DataOptions _options;
    private readonly DuckDbVisitAppender _appender;
    private readonly DuckDbCheckpoints _checkpoints;
    private readonly TimeProvider _clock;
    private readonly QueryThreads _queries;

    public DuckDbVisitStore(DuckDbFile file, TimeProvider clock, ILogger<DuckDbVisitStore> logger)
    {
        _options = new DataOptions()
            .UseConnectionFactory(DuckDBTools.GetDataProvider(), _ => file.Connect())
            .UseMappingSchema(VisitMapping.Create());
        _queries = new QueryThreads(QueriesPerThread * file.Threads);
        _clock = clock;
        _checkpoints = new DuckDbCheckpoints(file, logger);
        _appender = new DuckDbVisitAppender(file, _checkpoints, clock, logger);
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.Run(_appender.Open, cancellationToken);

    public Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return batch.Count > 0 ? _appender.AppendAsync(batch) : Task.CompletedTask;
    }

    public Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_appender.Find(ids));
    }

    public async Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        await _appender.MoveAsync().WaitAsync(cancellationToken);
        return await _queries.RunAsync(
            async () =>
            {
                await using var connection = new DataConnection(_options);
                return await query(connection.GetTable<Visit>(), cancellationToken);
            },
            cancellationToken);
    }

    public Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken) =>
        DeleteAsync(siteId, _ => true, cancellationToken);

    // A step is a stretch of time: what is not in it is not read.
    public async Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken)
    {
        await _appender.MoveAsync().WaitAsync(cancellationToken);
        await Task.Run(
            async () =>
            {
                await using var connection = new DataConnection(_options);
                var condemned = connection.GetTable<Visit>().Where(visit => visit.SiteId == siteId).Where(condition);
                while (await condemned.OrderBy(visit => visit.OccurredAt).Select(visit => (long?)visit.OccurredAt).Skip(RowsPerDeletion).FirstOrDefaultAsync(cancellationToken) is { } end)
                {
                    await condemned.Where(visit => visit.OccurredAt <= end).DeleteAsync(cancellationToken);
                    _checkpoints.Note();
                    await Task.Delay(_pauseBetweenDeletions, _clock, cancellationToken);
                }

                await condemned.DeleteAsync(cancellationToken);
                _checkpoints.Note();
            },
            cancellationToken);
    }

    public void Dispose()
    {
        _queries.Dispose();
        _appender.Dispose();
        _checkpoints.Dispose();
    }
}
