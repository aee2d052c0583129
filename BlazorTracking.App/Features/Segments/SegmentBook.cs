using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Segments;

/// <summary>The saved filters of the signed-in account's sites.</summary>
public sealed class SegmentBook(SiteAccess access, IDbContextFactory<TrackingDbContext> contexts)
{
    /// <summary>The site's segments by their names; none where the signed-in account has no such site.</summary>
    public async Task<IReadOnlyList<Segment>> ListAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var segments = await context.Segments.AsNoTracking().Where(segment => segment.SiteId == siteId).ToListAsync(cancellationToken);
        return [.. segments.OrderBy(segment => segment.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(segment => segment.Id)];
    }

    /// <summary>
    /// Saves the filters; a segment of that name has them from then on. False where the signed-in account has no such
    /// site, or the site has as many segments as it can have.
    /// </summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> SaveAsync(int siteId, SegmentDraft draft, CancellationToken cancellationToken = default)
    {
        if (draft.Error is not null)
        {
            throw new ArgumentException("The segment is not valid.", nameof(draft));
        }

        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        var name = draft.Name.Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Segments.FirstOrDefaultAsync(segment => segment.SiteId == siteId && segment.Name == name, cancellationToken) is { } known)
        {
            known.Filters = draft.Filters;
        }
        else if (await context.Segments.CountAsync(segment => segment.SiteId == siteId, cancellationToken) < Segment.MostOfASite)
        {
            context.Segments.Add(new Segment { SiteId = siteId, Name = name, Filters = draft.Filters });
        }
        else
        {
            return false;
        }

        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>False where the signed-in account has no such site, or the site no such segment.</summary>
    public async Task<bool> DeleteAsync(int siteId, int segmentId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Segments.Where(segment => segment.Id == segmentId && segment.SiteId == siteId).ExecuteDeleteAsync(cancellationToken) > 0;
    }
}
