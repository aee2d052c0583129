using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Commands.Export;

/// <summary>Writes a site's visits into a file, page by page: memory does not grow with their number.</summary>
internal sealed class VisitExport(IVisitStore store)
{
    /// <param name="siteId">Whose visits.</param>
    /// <param name="from">The first instant: UTC, Unix milliseconds.</param>
    /// <param name="to">The first instant that is no longer wanted.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="stream">Where.</param>
    /// <param name="progress">Told the share that is done and the number of visits.</param>
    /// <param name="cancellationToken">Ends the export; the stream then holds a part.</param>
    /// <returns>How many were written.</returns>
    public async Task<long> WriteAsync(
        int siteId, long from, long to, IVisitFormat format, Stream stream, Action<double, long> progress, CancellationToken cancellationToken)
    {
        var total = await store.QueryAsync(
            (visits, token) => visits.LongCountAsync(visit => visit.SiteId == siteId && visit.OccurredAt >= from && visit.OccurredAt < to, token),
            cancellationToken);
        var count = 0L;
        await using var writer = await format.CreateAsync(stream, cancellationToken);
        await foreach (var page in store.ReadInOrderAsync(siteId, from, to, cancellationToken))
        {
            await writer.WriteAsync(page, cancellationToken);
            count += page.Count;
            progress((double)count / Math.Max(total, count), count);
        }

        return count;
    }
}
