using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Dashboard;

/// <summary>A store whose queries fail while they are told to.</summary>
public sealed class FailingStore(IVisitStore store) : DelegatingVisitStore(store)
{
    public bool Fails { get; set; }

    public override Task<T> QueryAsync<T>(Func<IQueryable<Visit>, CancellationToken, Task<T>> query, CancellationToken cancellationToken) =>
        Fails ? Task.FromException<T>(new InvalidOperationException("The store is down.")) : base.QueryAsync(query, cancellationToken);
}
