using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Commands.Import;

/// <summary>A store that does something before each batch, such as to fail.</summary>
public sealed class StoppingStore(IVisitStore inner, Func<Task> beforeBatch) : IVisitStore
{
    public async Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken)
    {
        await beforeBatch();
        await inner.AppendAsync(batch, cancellationToken);
    }

    public Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => inner.FindAsync(ids, cancellationToken);

    public Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

    public Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken) => inner.DeleteSiteAsync(siteId, cancellationToken);

    public Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken) => inner.DeleteAsync(siteId, condition, cancellationToken);
}
