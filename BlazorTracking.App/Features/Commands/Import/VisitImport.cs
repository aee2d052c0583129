using BlazorTracking.Data;
using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import;

/// <summary>
/// Imports all or nothing. The files are read and checked to their end into an <see cref="ImportStaging"/>; only then
/// are the visits stored. What fails or is interrupted before leaves no trace; afterwards, whatever was stored is
/// removed again: at once, or, after a kill, by the next import or the server's <see cref="AbandonedImportJob"/>.
/// </summary>
internal sealed class VisitImport(IVisitStore store, DataDirectory directory, VisitRules rules, AbandonedImports abandoned)
{
    private const int BatchSize = 1000;

    /// <summary>Whether the visits were imported: false where lines are invalid that may not be left out; nothing is stored then.</summary>
    /// <param name="siteId">Whose visits they become.</param>
    /// <param name="source">Reads them.</param>
    /// <param name="files">What is read.</param>
    /// <param name="leavesOutInvalid">Whether an invalid line is only left out.</param>
    /// <param name="tally">Counts what is read, imported and refused.</param>
    /// <param name="progress">Told the share that is done and the number of visits, first of reading and then of storing.</param>
    /// <param name="cancellationToken">Interrupts the import and takes it back.</param>
    public async Task<bool> RunAsync(
        int siteId,
        IVisitSource source,
        IReadOnlyList<ImportFile> files,
        bool leavesOutInvalid,
        ImportTally tally,
        (Action<double, long> Reading, Action<double, long> Storing) progress,
        CancellationToken cancellationToken)
    {
        await abandoned.TakeBackAsync(cancellationToken);
        var staging = await ImportStaging.CreateAsync(directory.PathOf(""), siteId, cancellationToken);
        try
        {
            await StageAsync(siteId, source, files, staging, tally, progress.Reading, cancellationToken);
            if (tally.Invalid > 0 && !leavesOutInvalid)
            {
                await staging.DisposeAsync();
                return false;
            }

            await staging.EndAsync();
        }
        catch
        {
            await staging.DisposeAsync();
            throw;
        }

        try
        {
            await StoreAsync(staging, tally, progress.Storing, cancellationToken);
        }
        catch
        {
            tally.Imported = 0;
            await abandoned.TakeBackAsync(staging, CancellationToken.None);
            throw;
        }

        await staging.DisposeAsync();
        return true;
    }

    private async Task StageAsync(
        int siteId,
        IVisitSource source,
        IReadOnlyList<ImportFile> files,
        ImportStaging staging,
        ImportTally tally,
        Action<double, long> progress,
        CancellationToken cancellationToken)
    {
        var seen = new HashSet<Guid>();
        var length = Math.Max(1, files.Sum(file => file.Length));
        await foreach (var lines in source.ReadAsync(files, cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            var fresh = new List<ImportLine>(lines.Length);
            foreach (var line in lines)
            {
                tally.Count();
                if (Check(line, seen) is { } refusal)
                {
                    tally.Refuse(refusal);
                }
                else
                {
                    fresh.Add(line);
                }
            }

            var stored = await store.FindAsync([.. fresh.Select(line => line.Visit!.Id)], cancellationToken);
            foreach (var line in fresh.Where(line => stored.Contains(line.Visit!.Id)))
            {
                tally.Refuse(ImportLine.NotCounted(line.File, line.Number, "stored already"));
            }

            await staging.AddAsync([.. fresh.Where(line => !stored.Contains(line.Visit!.Id)).Select(line => line.Visit! with { SiteId = siteId })], cancellationToken);
            progress((double)files.Sum(file => file.Read) / length, tally.Read);
        }
    }

    private ImportLine? Check(ImportLine line, HashSet<Guid> seen) => line.Visit switch
    {
        null => line,
        var visit when rules.ErrorOf(visit) is { } error => ImportLine.Invalid(line.File, line.Number, error),
        var visit when !seen.Add(visit.Id) => ImportLine.Invalid(line.File, line.Number, "the id is that of an earlier line."),
        _ => null,
    };

    private async Task StoreAsync(ImportStaging staging, ImportTally tally, Action<double, long> progress, CancellationToken cancellationToken)
    {
        await foreach (var visits in staging.ReadAsync(cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            await store.AppendAsync(visits, cancellationToken);
            tally.Imported += visits.Length;
            progress((double)tally.Imported / staging.Count, tally.Imported);
        }
    }
}
