using System.Security.Claims;
using BlazorTracking.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Features.Accounts;

/// <summary>The signed-in browsers of the accounts. Ending a session is effective at once, for its cookie and its open pages.</summary>
public sealed class AccountSessions(IDbContextFactory<TrackingDbContext> contexts, SessionFeed feed, IHttpContextAccessor http, TimeProvider time)
{
    public async Task<AccountSession?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AccountSessions.AsNoTracking()
            .SingleOrDefaultAsync(session => session.Id == id && session.ExpiresAt > now, cancellationToken);
    }

    /// <summary>The account's running sessions, the latest seen first.</summary>
    public async Task<IReadOnlyList<AccountSession>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AccountSessions.AsNoTracking()
            .Where(session => session.AccountId == accountId && session.ExpiresAt > now)
            .OrderByDescending(session => session.RenewedAt)
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc cref="SessionFeed.IsOpen"/>
    public bool IsOpen(string id) => feed.IsOpen(id);

    public async Task AddAsync(AccountSession session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.AccountSessions.Add(session);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Stores a newer ticket. A session that has ended meanwhile, or belongs to somebody else, stays as it is.</summary>
    public async Task RenewAsync(string id, string accountId, byte[] ticket, long expiresAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.AccountSessions
            .Where(session => session.Id == id && session.AccountId == accountId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(session => session.Ticket, ticket)
                    .SetProperty(session => session.RenewedAt, now)
                    .SetProperty(session => session.ExpiresAt, expiresAt),
                cancellationToken);
    }

    public async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.AccountSessions.Where(session => session.Id == id).ExecuteDeleteAsync(cancellationToken);
        feed.PublishEnd([id]);
    }

    /// <summary>Ends the session if it is the account's.</summary>
    public async Task EndAsync(string accountId, string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.AccountSessions.Where(session => session.Id == id && session.AccountId == accountId).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            feed.PublishEnd([id]);
        }
    }

    /// <summary>Ends every session of the account but the one that the current request belongs to.</summary>
    public async Task EndOthersAsync(string accountId, CancellationToken cancellationToken)
    {
        var user = http.HttpContext?.User ?? new ClaimsPrincipal();
        var current = user.FindAccountId() == accountId ? user.FindSessionId() : null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var others = context.AccountSessions.Where(session => session.AccountId == accountId && session.Id != current);
        var ids = await others.Select(session => session.Id).ToListAsync(cancellationToken);
        await others.ExecuteDeleteAsync(cancellationToken);
        feed.PublishEnd(ids);
    }

    /// <summary>Removes the sessions whose time is over; their cookies are refused already.</summary>
    public async Task<int> RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AccountSessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
