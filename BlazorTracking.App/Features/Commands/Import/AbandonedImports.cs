using BlazorTracking.Data;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>Takes back what imports stored that did not come to their end: whatever an import was to store is in its <see cref="ImportStaging"/>.</summary>
internal sealed class AbandonedImports(IVisitStore store, DataDirectory directory)
{
    /// <summary>Takes back every import that was killed; one that runs is left alone. Says how many there were.</summary>
    public async Task<int> TakeBackAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(directory.PathOf(""), ImportStaging.Pattern))
        {
            if (await ImportStaging.OpenAbandonedAsync(path, cancellationToken) is { } staging)
            {
                await TakeBackAsync(staging, cancellationToken);
                count++;
            }
        }

        return count;
    }

    /// <summary>Removes the visits of an import from the store, then its file. When it fails, the file stays for the next try.</summary>
    public async Task TakeBackAsync(ImportStaging staging, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var visits in staging.ReadAsync(cancellationToken).Chunk(IVisitStore.IdsPerDeletion).WithCancellation(cancellationToken))
            {
                var ids = Array.ConvertAll(visits, visit => visit.Id);
                await store.DeleteAsync(staging.SiteId, visit => ids.Contains(visit.Id), cancellationToken);
            }
        }
        catch
        {
            await staging.AbandonAsync();
            throw;
        }

        await staging.DisposeAsync();
    }
}
