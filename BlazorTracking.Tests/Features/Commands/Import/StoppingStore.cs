using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Commands.Import;

/// <summary>A store that does something before each batch, such as to fail.</summary>
public sealed class StoppingStore(IVisitStore inner, Func<Task> beforeBatch) : DelegatingVisitStore(inner)
{
    public override async Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken)
    {
        await beforeBatch();
        await base.AppendAsync(batch, cancellationToken);
    }
}
