using System.Linq.Expressions;

namespace BlazorTracking.Features.Visits;

/// <summary>
/// The one seam between the program and what holds the visits. Every engine appends durably, answers LINQ queries and
/// forgets what it is told to; nothing else is asked of it.
/// </summary>
public interface IVisitStore
{
    /// <summary>Opens the engine and gives it the schema that it lacks. Before anything else, once.</summary>
    /// <exception cref="Operation.SettingException">The engine cannot be used; the message says why.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

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

    /// <summary>
    /// Removes the site's visits that meet the condition: those before an instant, or with one of at most
    /// <see cref="IdsPerDeletion"/> ids. In steps like <see cref="DeleteSiteAsync"/>, and not one transaction either.
    /// </summary>
    Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken);

    /// <summary>How many ids the condition of a deletion may name.</summary>
    const int IdsPerDeletion = 1000;
}

/// <summary>A visit with the same id is stored already.</summary>
public sealed class DuplicateVisitException(Exception? inner = null) : Exception("A visit of the batch is stored already.", inner);
