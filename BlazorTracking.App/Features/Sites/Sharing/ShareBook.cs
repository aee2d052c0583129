using BlazorTracking.Data;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Stats;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>How the signed-in account's sites are shared: their secret links, and whether they are public.</summary>
public sealed class ShareBook(
    SiteAccess access,
    IDbContextFactory<TrackingDbContext> contexts,
    IPasswordHasher<Account> hasher,
    HashingGate gate,
    TimeProvider clock)
{
    /// <summary>The site's links in the order in which they were made, those that have expired too; none where the signed-in account has no such site.</summary>
    public async Task<IReadOnlyList<ShareLink>> ListAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ShareLinks.AsNoTracking().Where(link => link.SiteId == siteId).OrderBy(link => link.Id).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// The token of a new link, which is not kept and cannot be told again; null where the signed-in account has no such
    /// site, or the site has as many links as it can have.
    /// </summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<string?> AddAsync(int siteId, ShareDraft draft, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is not { } site)
        {
            return null;
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var zone = site.Zone();
        if (!draft.IsValid(zone.DateAt(now)))
        {
            throw new ArgumentException("The link's details are not valid.", nameof(draft));
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.ShareLinks.CountAsync(link => link.SiteId == siteId, cancellationToken) >= ShareLink.MostOfASite)
        {
            return null;
        }

        var token = ShareToken.Create();
        context.ShareLinks.Add(new ShareLink
        {
            SiteId = siteId,
            Name = draft.Name.Trim(),
            TokenHash = ShareToken.Hash(token),
            PasswordHash = draft.Password.Length == 0 ? null : await gate.RunAsync(() => Task.FromResult(hasher.HashPassword(new Account(), draft.Password))),
            Panels = draft.Panels,
            ExpiresAt = draft.LastDay is { } last ? zone.StartOf(last.AddDays(1)) : null,
            CreatedAt = now,
        });
        await context.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Ends the link, and within seconds what is open by it. False where the signed-in account has no such site, or the site no such link.</summary>
    public async Task<bool> RevokeAsync(int siteId, int linkId, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ShareLinks.Where(link => link.Id == linkId && link.SiteId == siteId).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Shows these panels to everybody, or null: the site to nobody. False where the signed-in account has no such site.</summary>
    public async Task<bool> PublishAsync(int siteId, SitePanels? panels, CancellationToken cancellationToken = default)
    {
        if (await access.FindAsync(siteId, cancellationToken) is null)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sites.Where(site => site.Id == siteId)
            .ExecuteUpdateAsync(site => site.SetProperty(s => s.PublicPanels, panels & SitePanels.All), cancellationToken) > 0;
    }
}
