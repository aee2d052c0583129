using System.Linq.Expressions;
using BlazorTracking.Data;
using LinqToDB;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Visits.Database;

/// <summary>Visits in the relational database, appended by the provider's fastest transaction and queried through linq2db over EF Core's mapping.</summary>
public sealed class DatabaseVisitStore(
    IDbContextFactory<TrackingDbContext> contexts,
    DatabaseConnection database,
    TimeProvider clock,
    ILogger<DatabaseVisitStore> logger)
    : IVisitStore, IDisposable
{
    // A step of a removal holds the database's write lock, a pause lets the visits in that came meanwhile.
    private const int RowsPerDeletion = 5000;
    private static readonly TimeSpan _pauseBetweenDeletions = TimeSpan.FromMilliseconds(20);

    // More than there are processors, so that a slow one does not hold all others up.
    private const int QueriesPerProcessor = 2;

    private readonly IVisitAppender _appender = database.Provider switch
    {
        DatabaseProvider.SqlServer => new SqlServerVisitAppender(database.ConnectionString),
        _ => new SqliteVisitAppender(database.ConnectionString),
    };

    // SQL Server's calls wait without a thread.
    private readonly QueryThreads? _queries = database.Provider == DatabaseProvider.Sqlite ? new QueryThreads(QueriesPerProcessor * Environment.ProcessorCount) : null;

    /// <summary>The visits' table is part of the database's migrations; what depends on the server's edition is not.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => database.Provider == DatabaseProvider.SqlServer
        ? SqlServerVisitIndexes.PrepareAsync(database.ConnectionString, logger, cancellationToken)
        : Task.CompletedTask;

    public Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken) =>
        batch.Count == 0 ? Task.CompletedTask : _appender.AppendAsync(batch, cancellationToken);

    public Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        _appender.FindAsync(ids, cancellationToken);

    public Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        _queries is null ? ReadAsync(query, cancellationToken) : _queries.RunAsync(() => ReadAsync(query, cancellationToken), cancellationToken);

    public Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken) =>
        DeleteAsync(siteId, _ => true, cancellationToken);

    public async Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var condemned = context.Visits.Where(visit => visit.SiteId == siteId).Where(condition);
        while (await condemned.Take(RowsPerDeletion).ExecuteDeleteAsync(cancellationToken) == RowsPerDeletion)
        {
            await Task.Delay(_pauseBetweenDeletions, clock, cancellationToken);
        }
    }

    public void Dispose()
    {
        _queries?.Dispose();
        _appender.Dispose();
    }

    private async Task<T> ReadAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Opened by EF Core, so that its interceptors prepare the connection; linq2db would open it bare.
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var connection = context.CreateLinqToDBConnection();
        return await query(connection.GetTable<Visit>(), cancellationToken);
    }
}
