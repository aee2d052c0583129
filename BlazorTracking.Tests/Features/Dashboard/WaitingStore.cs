using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Dashboard;

/// <summary>A store whose queries wait until it is opened.</summary>
public sealed class WaitingStore(IVisitStore store) : DelegatingVisitStore(store)
{
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _opened.SetResult();

    public void Close() => _opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken)
    {
        await _opened.Task.WaitAsync(cancellationToken);
        return await base.QueryAsync(query, cancellationToken);
    }
}
