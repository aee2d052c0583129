using System.Text.Json;
using BlazorTracking.Data;
using BlazorTracking.Features.Sites;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Accounts;

/// <summary>What is kept about the signed-in person: to take away, or to delete.</summary>
public sealed class PersonalData(AccountManager accounts, SiteRegistry sites, IDbContextFactory<TrackingDbContext> contexts)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task<int> CountSitesAsync(Account account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sites.CountAsync(site => site.OwnerId == account.Id, cancellationToken);
    }

    /// <summary>Account, sites and sessions as JSON in UTF-8, without anything that lets somebody sign in.</summary>
    public async Task<byte[]> ExportAsync(Account account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var owned = await context.Sites.AsNoTracking().Where(site => site.OwnerId == account.Id).OrderBy(site => site.Id).ToListAsync(cancellationToken);
        var sessions = await context.AccountSessions.AsNoTracking()
            .Where(session => session.AccountId == account.Id)
            .OrderBy(session => session.CreatedAt)
            .Select(session => new { session.Description, session.CreatedAt, session.RenewedAt, session.ExpiresAt })
            .ToListAsync(cancellationToken);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Account = new
                {
                    account.Id,
                    account.DisplayName,
                    account.Email,
                    account.EmailConfirmed,
                    account.TwoFactorEnabled,
                    CreatedAt = Instant(account.CreatedAt),
                },
                Sites = owned.Select(site => new
                {
                    site.Id,
                    site.Name,
                    site.BaseUrl,
                    site.TimeZone,
                    AddressPolicy = site.AddressPolicy.ToString(),
                    site.RecognisesVisitors,
                    CreatedAt = Instant(site.CreatedAt),
                }),
                Sessions = sessions.Select(session => new
                {
                    session.Description,
                    CreatedAt = Instant(session.CreatedAt),
                    RenewedAt = Instant(session.RenewedAt),
                    ExpiresAt = Instant(session.ExpiresAt),
                }),
            },
            _json);
    }

    /// <summary>
    /// Deletes the account's sites with their visits, then its sessions and the account. Stopped in the middle, it
    /// leaves an account with fewer sites, which can be deleted again.
    /// </summary>
    public async Task DeleteAsync(Account account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await context.Sites.Where(site => site.OwnerId == account.Id).Select(site => site.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            await sites.DeleteAsync(id, cancellationToken);
        }

        // A new stamp ends the sessions of the other browsers, and their open pages, before the account goes.
        await accounts.UpdateSecurityStampAsync(account);
        var deleted = await accounts.DeleteAsync(account);
        if (!deleted.Succeeded)
        {
            throw new InvalidOperationException("The account could not be deleted: " + string.Join(' ', deleted.Errors.Select(error => error.Description)));
        }
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
