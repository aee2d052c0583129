namespace BlazorTracking.Features.Visits;

/// <summary>
/// The one seam between the program and what holds the visits. Every engine appends durably, answers LINQ queries and
/// forgets a site; nothing else is asked of it.
/// </summary>
public interface IVisitStore
{
    /// <summary>
    /// Stores the batch in one transaction, durable when the task completes. All or nothing.
    /// </summary>
    /// <exception cref="DuplicateVisitException">A visit of the batch is stored already; nothing of the batch was stored.</exception>
    Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken);

    /// <summary>Those of the given ids that are stored.</summary>
    Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a query over the visits. The query must be enumerated inside <paramref name="query"/> (with linq2db's
    /// asynchronous operators): the connection behind it is gone afterwards.
    /// </summary>
    Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken);

    /// <summary>Removes every visit of the site, in steps, so that visits of other sites are stored meanwhile. Not one transaction: repeat it if it fails.</summary>
    Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken);
}

/// <summary>A visit with the same id is stored already.</summary>
public sealed class DuplicateVisitException(Exception inner) : Exception("A visit of the batch is stored already.", inner);
