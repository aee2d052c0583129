using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Sites.Sharing;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Funnels;

/// <summary>The funnels of the signed-in account's sites.</summary>
public sealed class FunnelBook(SiteAccess access, IDbContextFactory<TrackingDbContext> contexts)
{
    /// <summary>The site's funnels in the order in which they were added; none where the viewer may not see them.</summary>
    public async Task<IReadOnlyList<Funnel>> ListAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (await access.FindViewAsync(siteId, cancellationToken) is not { } view || !view.Shows(SitePanels.Funnels))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Funnels.AsNoTracking().Where(funnel => funnel.SiteId == siteId).OrderBy(funnel => funnel.Id).ToListAsync(cancellationToken);
    }

    /// <summary>False where the signed-in account has no such site, or the site has as many funnels as it can have.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> AddAsync(int siteId, FunnelDraft draft, CancellationToken cancellationToken = default)
    {
        var entry = Checked(draft);
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Funnels.CountAsync(funnel => funnel.SiteId == siteId, cancellationToken) >= Funnel.MostOfASite)
        {
            return false;
        }

        context.Funnels.Add(new Funnel { SiteId = siteId, Name = entry.Name.Trim(), Steps = entry.Conditions });
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>False where the signed-in account has no such site, or the site no such funnel.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> ChangeAsync(int siteId, int funnelId, FunnelDraft draft, CancellationToken cancellationToken = default)
    {
        var entry = Checked(draft);
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Funnels.SingleOrDefaultAsync(funnel => funnel.Id == funnelId && funnel.SiteId == siteId, cancellationToken) is not { } changed)
        {
            return false;
        }

        (changed.Name, changed.Steps) = (entry.Name.Trim(), entry.Conditions);
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc cref="ChangeAsync"/>
    public async Task<bool> DeleteAsync(int siteId, int funnelId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Funnels.Where(funnel => funnel.Id == funnelId && funnel.SiteId == siteId).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static FunnelDraft Checked(FunnelDraft draft) =>
        draft.IsValid ? draft : throw new ArgumentException("The funnel's details are not valid.", nameof(draft));
}
