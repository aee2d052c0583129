using BlazorTracking.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Beacons;

/// <summary>How many of a site's beacons became no new visit, and why.</summary>
public sealed class LedgerReader(IDbContextFactory<TrackingDbContext> contexts)
{
    /// <summary>The counts by reason from one date to another, both included, in the site's time zone. Reasons that did not occur are left out.</summary>
    public async Task<IReadOnlyDictionary<RefusalReason, long>> ReadAsync(int siteId, DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.LedgerEntries
            .Where(entry => entry.SiteId == siteId && entry.Date >= first && entry.Date <= last)
            .GroupBy(entry => entry.Reason)
            .Select(group => new { Reason = group.Key, Count = group.Sum(entry => entry.Count) })
            .ToDictionaryAsync(row => row.Reason, row => row.Count, cancellationToken);
    }
}
