using BlazorTracking.Data;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Demo;

/// <summary>Real sites get beacons that are refused too: gives the demonstration's ledger its past.</summary>
internal sealed class DemoRefusals(IDbContextFactory<TrackingDbContext> contexts)
{
    /// <summary>How many beacons were refused for each that was stored.</summary>
    private static readonly (RefusalReason Reason, double Share)[] _shares =
    [
        (RefusalReason.Bot, 0.045),
        (RefusalReason.Duplicate, 0.004),
        (RefusalReason.BadRequest, 0.002),
    ];

    /// <summary>Adds what was refused while these visits of the crowd's site were stored.</summary>
    public async Task AddAsync(DemoCrowd crowd, IReadOnlyList<Visit> visits, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var day in visits.GroupBy(visit => crowd.DateAt(visit.OccurredAt)))
        {
            foreach (var (reason, share) in _shares)
            {
                var refused = (long)Math.Round(day.Count() * share);
                if (await context.LedgerEntries.FindAsync([crowd.SiteId, day.Key, reason], cancellationToken) is { } entry)
                {
                    entry.Count += refused;
                }
                else if (refused > 0)
                {
                    context.LedgerEntries.Add(new LedgerEntry { SiteId = crowd.SiteId, Date = day.Key, Reason = reason, Count = refused });
                }
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
