namespace BlazorTracking.Features.Visits.Database;

/// <summary>How a relational provider writes a batch of visits. Called by one writer at a time.</summary>
internal interface IVisitAppender : IDisposable
{
    /// <inheritdoc cref="IVisitStore.AppendAsync"/>
    Task AppendAsync(IReadOnlyList<Visit> batch, CancellationToken cancellationToken);

    /// <inheritdoc cref="IVisitStore.FindAsync"/>
    Task<IReadOnlySet<Guid>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
