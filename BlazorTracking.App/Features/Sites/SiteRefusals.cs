using BlazorTracking.Data;
using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Stats;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Sites;

/// <summary>What a site's owner is told of the ledger.</summary>
public sealed class SiteRefusals(SiteAccess access, IDbContextFactory<TrackingDbContext> contexts, TimeProvider clock)
{
    /// <summary>How far back it goes, today included, in the site's time zone.</summary>
    public const int Days = 30;

    /// <summary>The days on which something was refused, the latest first; none where the signed-in account has no such site.</summary>
    public async Task<IReadOnlyList<RefusedDay>> ReadAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is not { } site)
        {
            return [];
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Zone()).DateTime);
        var first = today.AddDays(1 - Days);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await context.LedgerEntries.AsNoTracking()
            .Where(entry => entry.SiteId == siteId && entry.Date >= first && entry.Date <= today && entry.Count > 0)
            .ToListAsync(cancellationToken);
        return
        [
            .. entries.GroupBy(entry => entry.Date)
                .OrderByDescending(day => day.Key)
                .Select(day => new RefusedDay(day.Key, day.ToDictionary(entry => entry.Reason, entry => entry.Count))),
        ];
    }
}

/// <summary>How many beacons were refused on a day, by reason.</summary>
public sealed record RefusedDay(DateOnly Date, IReadOnlyDictionary<RefusalReason, long> Counts);
