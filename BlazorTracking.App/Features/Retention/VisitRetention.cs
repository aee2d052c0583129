using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using EntityFramework = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions;

namespace BlazorTracking.Features.Retention;

/// <summary>
/// Removes visits that are older than their site, or the program, keeps them. Whole days of the site's time zone go, in
/// the small steps of the store, so that visits are stored meanwhile.
/// </summary>
public sealed class VisitRetention(
    IVisitStore store, Microsoft.EntityFrameworkCore.IDbContextFactory<TrackingDbContext> contexts, IOptions<VisitsOptions> options, TimeProvider time)
{
    /// <summary>The sites whose visits are not kept for ever.</summary>
    public async Task<IReadOnlyList<Site>> ListSitesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sites = await EntityFramework.ToListAsync(EntityFramework.AsNoTracking(context.Sites), cancellationToken);
        return [.. sites.Where(site => MonthsOf(site) > 0)];
    }

    /// <summary>Removes what is too old of the site's visits. False where nothing was.</summary>
    public async Task<bool> RemoveOldAsync(Site site, CancellationToken cancellationToken)
    {
        var zone = site.Zone();
        var today = zone.DateAt(time.GetUtcNow().ToUnixTimeMilliseconds());
        var end = zone.StartOf(today.AddMonths(-MonthsOf(site)));

        // Asked first: on some engines a removal costs the same whether there is something to remove or not.
        var isTooOld = await store.QueryAsync(
            (visits, token) => visits.AnyAsync(visit => visit.SiteId == site.Id && visit.OccurredAt < end, token), cancellationToken);
        if (isTooOld)
        {
            await store.DeleteAsync(site.Id, visit => visit.OccurredAt < end, cancellationToken);
        }

        return isTooOld;
    }

    /// <summary>The shorter of the site's own time and everybody's; 0 where there is neither.</summary>
    private int MonthsOf(Site site) => (site.RetentionMonths, options.Value.RetentionMonths) switch
    {
        (0, var everybodys) => everybodys,
        (var own, 0) => own,
        var (own, everybodys) => Math.Min(own, everybodys),
    };
}
