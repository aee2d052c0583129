using System.Data.Common;
using BlazorTracking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BlazorTracking.Features.Visitors;

/// <summary>Remembers in which weeks visitors were there, of the sites that recognise them.</summary>
public sealed partial class WeeklyVisitors(IDbContextFactory<TrackingDbContext> contexts, TimeProvider time, ILogger<WeeklyVisitors> logger)
{
    /// <summary>Some 60 MB. What is forgotten here is looked up in the database.</summary>
    private const int MostKnown = 1_000_000;

    private const int MostAtOnce = 500;

    private readonly HashSet<WeeklyVisitor> _known = [];

    /// <summary>
    /// Stores those that are not stored yet. One call at a time. Where the database fails they are tried again with the
    /// visitors' next visits: a visit that can be stored does not wait for this.
    /// </summary>
    public async Task NoteAsync(IEnumerable<WeeklyVisitor> seen, CancellationToken cancellationToken)
    {
        var fresh = seen.Where(visitor => !_known.Contains(visitor)).ToHashSet();
        if (fresh.Count == 0)
        {
            return;
        }

        try
        {
            foreach (var week in fresh.GroupBy(visitor => (visitor.SiteId, visitor.Week)))
            {
                foreach (var visitors in week.Chunk(MostAtOnce))
                {
                    await StoreAsync(visitors, cancellationToken);
                }
            }
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException or RetryLimitExceededException)
        {
            Log.NotNoted(logger, fresh.Count, exception);
            return;
        }

        if (_known.Count + fresh.Count > MostKnown)
        {
            _known.Clear();
        }

        _known.UnionWith(fresh);
    }

    /// <summary>Deletes those of weeks that are over for long, and of sites that are gone or recognise nobody any longer.</summary>
    public async Task RemoveOldAsync(CancellationToken cancellationToken)
    {
        var oldest = WeeklyVisitor.WeekOf(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).AddDays(-7 * WeeklyVisitor.WeeksKept);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.WeeklyVisitors
            .Where(visitor => visitor.Week < oldest || !context.Sites.Any(site => site.Id == visitor.SiteId && site.RecognitionSalt != null))
            .ExecuteDeleteAsync(cancellationToken);
    }

    // Of one site and week. Another process may store the same ones in between.
    private async Task StoreAsync(WeeklyVisitor[] visitors, CancellationToken cancellationToken)
    {
        try
        {
            await StoreMissingAsync(visitors, cancellationToken);
        }
        catch (DbUpdateException)
        {
            await StoreMissingAsync(visitors, cancellationToken);
        }
    }

    private async Task StoreMissingAsync(WeeklyVisitor[] visitors, CancellationToken cancellationToken)
    {
        var (siteId, week, ids) = (visitors[0].SiteId, visitors[0].Week, visitors.Select(visitor => visitor.VisitorId).ToList());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.WeeklyVisitors
            .Where(visitor => visitor.SiteId == siteId && visitor.Week == week && ids.Contains(visitor.VisitorId))
            .Select(visitor => visitor.VisitorId)
            .ToHashSetAsync(cancellationToken);
        context.WeeklyVisitors.AddRange(visitors.Where(visitor => !stored.Contains(visitor.VisitorId)));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The weeks of {Count} visitors could not be noted; tried again with their next visits.")]
        public static partial void NotNoted(ILogger logger, int count, Exception exception);
    }
}
