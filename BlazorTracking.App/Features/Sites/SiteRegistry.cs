using System.Security.Cryptography;
using BlazorTracking.Data;
using BlazorTracking.Features.Accounts;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Sites;

/// <summary>Adds, changes and deletes sites of the signed-in account.</summary>
public sealed class SiteRegistry(
    CurrentAccount account,
    IDbContextFactory<TrackingDbContext> contexts,
    IVisitStore visits,
    TrackedSites tracked,
    DeletedSites deleted,
    TimeProvider clock)
{
    /// <summary>The new site, or null where nobody is signed in.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<Site?> AddAsync(SiteDraft draft, CancellationToken cancellationToken = default)
    {
        var entry = Checked(draft);
        if (await account.FindIdAsync() is not { } ownerId)
        {
            return null;
        }

        var site = new Site
        {
            OwnerId = ownerId,
            Name = entry.Name,
            BaseUrl = entry.BaseUrl,
            TimeZone = entry.TimeZone,
            AddressPolicy = entry.AddressPolicy,
            RetentionMonths = entry.RetentionMonths ?? 0,
            RecognitionSalt = entry.RecognisesVisitors ? NewSalt() : null,
            CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Sites.Add(site);
        await context.SaveChangesAsync(cancellationToken);
        tracked.Forget(site.Id);
        return site;
    }

    /// <summary>False where the signed-in account has no such site.</summary>
    /// <exception cref="ArgumentException">The draft is not valid.</exception>
    public async Task<bool> ChangeAsync(int siteId, SiteDraft draft, CancellationToken cancellationToken = default)
    {
        var entry = Checked(draft);
        if (await account.FindIdAsync() is not { } ownerId)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (owned, salt) = (context.Sites.Where(site => site.Id == siteId && site.OwnerId == ownerId), NewSalt());
        var changed = await owned.ExecuteUpdateAsync(
            site =>
            {
                site.SetProperty(s => s.Name, entry.Name)
                    .SetProperty(s => s.BaseUrl, entry.BaseUrl)
                    .SetProperty(s => s.TimeZone, entry.TimeZone)
                    .SetProperty(s => s.AddressPolicy, entry.AddressPolicy)
                    .SetProperty(s => s.RetentionMonths, entry.RetentionMonths ?? 0);
                if (entry.RecognisesVisitors)
                {
                    // The one that it has already, so that those who are recognised go on being so.
                    site.SetProperty(s => s.RecognitionSalt, s => s.RecognitionSalt ?? salt);
                }
                else
                {
                    site.SetProperty(s => s.RecognitionSalt, (byte[]?)null);
                }
            },
            cancellationToken);
        tracked.Forget(siteId);
        if (changed > 0 && !entry.RecognisesVisitors)
        {
            await context.WeeklyVisitors.Where(visitor => visitor.SiteId == siteId).ExecuteDeleteAsync(CancellationToken.None);
        }

        return changed > 0;
    }

    /// <summary>Puts the site before the others on its owner's sites page, or back among them. False where the signed-in account has no such site.</summary>
    public async Task<bool> PinAsync(int siteId, bool isPinned, CancellationToken cancellationToken = default)
    {
        if (await account.FindIdAsync() is not { } ownerId)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sites.Where(site => site.Id == siteId && site.OwnerId == ownerId)
            .ExecuteUpdateAsync(site => site.SetProperty(s => s.IsPinned, isPinned), cancellationToken) > 0;
    }

    /// <summary>
    /// Deletes the site, its ledger and its visits. False where the signed-in account has no such site. The site goes
    /// first: from then on its beacons are refused. What one that was let in before still writes is removed by
    /// <see cref="DeletedSites"/>.
    /// </summary>
    public async Task<bool> DeleteAsync(int siteId, CancellationToken cancellationToken = default)
    {
        if (await account.FindIdAsync() is not { } ownerId)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Sites.Where(site => site.Id == siteId && site.OwnerId == ownerId).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        tracked.Forget(siteId);

        // From here on the deletion is finished even if the person leaves the page.
        deleted.Note(siteId);
        await context.LedgerEntries.Where(entry => entry.SiteId == siteId).ExecuteDeleteAsync(CancellationToken.None);
        await context.WeeklyVisitors.Where(visitor => visitor.SiteId == siteId).ExecuteDeleteAsync(CancellationToken.None);
        await visits.DeleteSiteAsync(siteId, CancellationToken.None);
        return true;
    }

    private static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SipHash.KeyLength);

    private static SiteDraft Checked(SiteDraft draft)
    {
        var tidied = draft.Tidied();
        return tidied.IsValid ? tidied : throw new ArgumentException("The site's details are not valid.", nameof(draft));
    }
}
