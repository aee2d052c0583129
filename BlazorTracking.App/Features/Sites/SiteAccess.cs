using BlazorTracking.Data;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Sites.Sharing;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Sites;

/// <summary>
/// Who may see which site. Everything that shows or changes a site asks here first, every time, in requests and in
/// circuits: for <see cref="FindAsync"/> to change it, for <see cref="FindViewAsync"/> to show it.
/// </summary>
public sealed class SiteAccess(CurrentAccount account, Viewer viewer, ShareLock locks, IDbContextFactory<TrackingDbContext> contexts, TimeProvider clock)
{
    /// <summary>The site, or null where there is none with this id or it is not the signed-in account's: the two cannot be told apart.</summary>
    public async Task<Site?> FindAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (await account.FindIdAsync() is not { } ownerId)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sites.AsNoTracking()
            .SingleOrDefaultAsync(site => site.Id == siteId && site.OwnerId == ownerId, cancellationToken);
    }

    /// <summary>
    /// The site as the viewer may see it with the pass that they came with. Null where they may not: no such site, not
    /// the account's, not public, or the link is wrong, revoked, expired or locked.
    /// </summary>
    public async Task<SiteView?> FindViewAsync(int siteId, CancellationToken cancellationToken = default)
    {
        var pass = viewer.Pass;
        if (pass.IsAccount)
        {
            return await FindAsync(siteId, cancellationToken) is { } own ? new SiteView(own, pass, SitePanels.All) : null;
        }

        if (pass.IsPublic)
        {
            return await FindAnyAsync(siteId, cancellationToken) is { PublicPanels: { } panels } site ? new SiteView(site, pass, panels) : null;
        }

        return await FindLinkAsync(siteId, pass.Token!, cancellationToken) is { } link && locks.Opens(link, viewer.Ticket)
            && await FindAnyAsync(siteId, cancellationToken) is { } shared ? new SiteView(shared, pass, link.Panels) : null;
    }

    /// <summary>Whether the viewer has a link that asks for a password and was not given the right one.</summary>
    public async Task<bool> IsLockedAsync(int siteId, CancellationToken cancellationToken = default) =>
        viewer.Pass.Token is { } token && await FindLinkAsync(siteId, token, cancellationToken) is { } link && !locks.Opens(link, viewer.Ticket);

    /// <summary>The site's link with this token; null where there is none, or it has expired.</summary>
    public async Task<ShareLink?> FindLinkAsync(int siteId, string token, CancellationToken cancellationToken = default)
    {
        var hash = ShareToken.Hash(token);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ShareLinks.AsNoTracking().SingleOrDefaultAsync(
            link => link.TokenHash == hash && link.SiteId == siteId && (link.ExpiresAt == null || link.ExpiresAt > now), cancellationToken);
    }

    /// <summary>Notes that a dashboard was opened by the viewer's link, once a minute at most.</summary>
    public async Task NoteOpeningAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (viewer.Pass.Token is { } token)
        {
            var hash = ShareToken.Hash(token);
            var now = clock.GetUtcNow();
            var (openedAt, aMinuteAgo) = (now.ToUnixTimeMilliseconds(), now.AddMinutes(-1).ToUnixTimeMilliseconds());
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.ShareLinks
                .Where(link => link.TokenHash == hash && link.SiteId == siteId && (link.OpenedAt == null || link.OpenedAt < aMinuteAgo))
                .ExecuteUpdateAsync(link => link.SetProperty(l => l.OpenedAt, openedAt), cancellationToken);
        }
    }

    /// <summary>The signed-in account's sites by name; none for a stranger.</summary>
    public async Task<IReadOnlyList<Site>> ListAsync(CancellationToken cancellationToken = default)
    {
        if (await account.FindIdAsync() is not { } ownerId)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sites = await context.Sites.AsNoTracking().Where(site => site.OwnerId == ownerId).ToListAsync(cancellationToken);
        return [.. sites.OrderBy(site => site.Name, StringComparer.OrdinalIgnoreCase).ThenBy(site => site.Id)];
    }

    private async Task<Site?> FindAnyAsync(int siteId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sites.AsNoTracking().SingleOrDefaultAsync(site => site.Id == siteId, cancellationToken);
    }
}
