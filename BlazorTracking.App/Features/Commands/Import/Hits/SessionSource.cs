using System.Runtime.CompilerServices;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>
/// Makes visits of hits: in the order of time, each is placed into its visitor's session by the same rules as a beacon's
/// visit, which decides what it contributes to the totals.
/// </summary>
/// <param name="reader">Reads the hits.</param>
/// <param name="directory">For temporary files.</param>
internal sealed class SessionSource(IHitReader reader, string directory) : IVisitSource
{
    public async IAsyncEnumerable<ImportLine> ReadAsync(IReadOnlyList<ImportFile> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var hits = new SortedHits(directory);
        await foreach (var line in reader.ReadAsync(files, cancellationToken))
        {
            if (line.Hit is { } hit)
            {
                await hits.AddAsync(hit, cancellationToken);
            }
            else
            {
                yield return line.Refusal;
            }
        }

        var sessions = new SessionBook();
        await foreach (var hit in hits.ReadAsync(cancellationToken))
        {
            var batch = sessions.Begin();
            var visit = batch.Place(hit.Visit, hit.VisitorIdOfYesterday);
            batch.Keep();
            yield return ImportLine.Of(hit.File, hit.Line, visit);
        }
    }
}
