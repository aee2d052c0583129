using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>A real store behind whatever a test wants to happen before or after it is asked.</summary>
public abstract class DelegatingVisitStore(IVisitStore inner) : IVisitStore
{
    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public virtual Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken) => inner.AppendAsync(batch, cancellationToken);

    public virtual Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => inner.FindAsync(ids, cancellationToken);

    public virtual Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        inner.QueryAsync(query, cancellationToken);

    public Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken) => inner.DeleteSiteAsync(siteId, cancellationToken);

    public Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken) =>
        inner.DeleteAsync(siteId, condition, cancellationToken);
}
