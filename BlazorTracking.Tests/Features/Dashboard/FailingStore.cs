using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Dashboard;

/// <summary>A store whose queries fail while they are told to.</summary>
public sealed class FailingStore(IVisitStore store) : IVisitStore
{
    public bool Fails { get; set; }

    public Task PrepareAsync(CancellationToken cancellationToken) => store.PrepareAsync(cancellationToken);

    public Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken) => store.AppendAsync(batch, cancellationToken);

    public Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => store.FindAsync(ids, cancellationToken);

    public Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        Fails ? Task.FromException<T>(new InvalidOperationException("The store is down.")) : store.QueryAsync(query, cancellationToken);

    public Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken) => store.DeleteSiteAsync(siteId, cancellationToken);

    public Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken) =>
        store.DeleteAsync(siteId, condition, cancellationToken);
}
