using BlazorTracking.Features.Visits;
using LinqToDB.Async;

namespace BlazorTracking.Features.Commands.Copy;

/// <summary>
/// Copies visits from one engine to another, a site's day of UTC after the other. A day that is the same in both is left
/// alone, of any other the visits that are missing are appended: nothing has to be remembered for it to go on after an
/// interruption, and nothing is stored twice. Memory does not grow with the number of visits.
/// </summary>
internal sealed class VisitCopy(IVisitStore from, IVisitStore to)
{
    private const long Day = 24 * 60 * 60 * 1000L;
    private const int BatchSize = 10_000;

    /// <summary>The sites of which the engine holds visits, by number, and how many.</summary>
    public static async Task<IReadOnlyDictionary<int, long>> CountAsync(IVisitStore store, CancellationToken cancellationToken)
    {
        var sites = await store.QueryAsync(
            (visits, token) => visits.GroupBy(visit => visit.SiteId).Select(site => new { Id = site.Key, Count = site.LongCount() }).ToListAsync(token),
            cancellationToken);
        return sites.OrderBy(site => site.Id).ToDictionary(site => site.Id, site => site.Count);
    }

    /// <summary>Appends those of the site's visits that the other engine lacks.</summary>
    /// <param name="siteId">Whose visits.</param>
    /// <param name="progress">Told how many more visits were looked at, copied or not.</param>
    /// <param name="cancellationToken">Interrupts the copy, which goes on when it is asked for again.</param>
    /// <returns>How many were missing; 0 says that the other engine holds every visit of the site.</returns>
    /// <exception cref="DuplicateVisitException">Somebody else stored one of them meanwhile.</exception>
    public async Task<long> CopyMissingAsync(int siteId, Action<long> progress, CancellationToken cancellationToken)
    {
        var missing = 0L;
        var begin = long.MinValue;
        while (await from.FirstAsync(siteId, begin, long.MaxValue, cancellationToken) is { } first)
        {
            begin = first - Modulo(first, Day);
            var end = begin + Day;
            var here = await VisitFingerprint.ReadAsync(from, siteId, begin, end, cancellationToken);
            var there = await VisitFingerprint.ReadAsync(to, siteId, begin, end, cancellationToken);
            if (here == there)
            {
                progress(here.Count);
            }
            else
            {
                missing += await CopyDayAsync(siteId, (begin, end), hasSome: there.Count > 0, progress, cancellationToken);
            }

            begin = end;
        }

        return missing;
    }

    private async Task<long> CopyDayAsync(int siteId, (long Begin, long End) day, bool hasSome, Action<long> progress, CancellationToken cancellationToken)
    {
        var copied = 0L;
        await foreach (var page in from.ReadInOrderAsync(siteId, day.Begin, day.End, cancellationToken))
        {
            foreach (var batch in page.Chunk(BatchSize))
            {
                var stored = hasSome ? await to.FindAsync(Array.ConvertAll(batch, visit => visit.Id), cancellationToken) : new HashSet<Guid>();
                var missing = Array.FindAll(batch, visit => !stored.Contains(visit.Id));
                await to.AppendAsync(missing, cancellationToken);
                copied += missing.Length;
                progress(batch.Length);
            }
        }

        return copied;
    }

    private static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}
