using BlazorTracking.Data;
using BlazorTracking.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Sites;

/// <summary>
/// Which sites the signed-in account may see: its own. Everything that shows or changes a site asks here first, every
/// time, in requests and in circuits.
/// </summary>
public sealed class SiteAccess(CurrentAccount account, IDbContextFactory<TrackingDbContext> contexts)
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
}
