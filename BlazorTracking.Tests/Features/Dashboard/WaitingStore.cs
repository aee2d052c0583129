using System.Linq.Expressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Dashboard;

/// <summary>A store whose queries wait until it is opened.</summary>
public sealed class WaitingStore(IVisitStore store) : IVisitStore
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _opened.SetResult();

    public Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken) => store.AppendAsync(batch, cancellationToken);

    public Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => store.FindAsync(ids, cancellationToken);

    public async Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        await _opened.Task.WaitAsync(cancellationToken);
        return await store.QueryAsync(query, cancellationToken);
    }

    public Task DeleteAsync(int siteId, Expression<Func<Visit, bool>> condition, CancellationToken cancellationToken) =>
        store.DeleteAsync(siteId, condition, cancellationToken);

    public Task DeleteSiteAsync(int siteId, CancellationToken cancellationToken) => store.DeleteSiteAsync(siteId, cancellationToken);
}
