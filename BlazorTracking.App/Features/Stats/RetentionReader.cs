using BlazorTracking.Data;
using BlazorTracking.Features.Visitors;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Stats;

/// <summary>Reads how many visitors came back, of a site that recognises them.</summary>
public sealed class RetentionReader(IDbContextFactory<TrackingDbContext> contexts, TimeProvider clock)
{
    /// <param name="siteId">Of which site.</param>
    /// <param name="zone">The site's.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<WeeklyRetention> ReadAsync(int siteId, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var thisWeek = WeeklyVisitor.WeekOf(zone.DateAt(clock.GetUtcNow().ToUnixTimeMilliseconds()));
        var earliest = thisWeek.AddDays(-7 * (WeeklyRetention.Weeks - 1));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = context.WeeklyVisitors.Where(visitor => visitor.SiteId == siteId);
        var first = seen.GroupBy(visitor => visitor.VisitorId)
            .Select(visitor => new { VisitorId = visitor.Key, Week = visitor.Min(week => week.Week) })
            .Where(visitor => visitor.Week >= earliest);
        var counts = await seen
            .Join(first, visitor => visitor.VisitorId, visitor => visitor.VisitorId, (visitor, begun) => new { First = begun.Week, visitor.Week })
            .GroupBy(visitor => visitor)
            .Select(group => new { group.Key.First, group.Key.Week, Visitors = group.LongCount() })
            .ToListAsync(cancellationToken);
        return new WeeklyRetention([.. counts.GroupBy(count => count.First).OrderBy(cohort => cohort.Key).Select(cohort => CohortOf(
            cohort.Key, thisWeek, cohort.ToDictionary(count => count.Week, count => count.Visitors)))]);
    }

    private static Cohort CohortOf(DateOnly first, DateOnly thisWeek, Dictionary<DateOnly, long> visitors)
    {
        var weeks = 1 + ((thisWeek.DayNumber - first.DayNumber) / 7);
        return new Cohort(first, [.. Enumerable.Range(0, weeks).Select(later => visitors.GetValueOrDefault(first.AddDays(7 * later)))]);
    }
}
