using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace BlazorTracking.Features.Accounts;

/// <summary>
/// Keeps authentication tickets on the server. The cookie holds a random key, the database its hash and the encrypted
/// ticket: a copied cookie is worth nothing after sign-out, a copied database signs nobody in.
/// </summary>
public sealed partial class AccountTicketStore(
    AccountSessions sessions, SessionDescription description, IDataProtectionProvider protection, TimeProvider time, ILogger<AccountTicketStore> logger) : ITicketStore
{
    private static readonly TimeSpan _defaultLifetime = TimeSpan.FromDays(14);

    private readonly IDataProtector _protector = protection.CreateProtector("BlazorTracking.AccountSession.Ticket");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var session = new AccountSession
        {
            Id = IdOf(key),
            AccountId = AccountIdOf(ticket),
            Ticket = Protect(ticket),
            CreatedAt = now,
            RenewedAt = now,
            ExpiresAt = ExpiryOf(ticket),
            Description = description.OfCurrent(),
        };
        await sessions.AddAsync(session, cancellationToken);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        sessions.RenewAsync(IdOf(key), AccountIdOf(ticket), Protect(ticket), ExpiryOf(ticket), cancellationToken);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken) =>
        await FindAsync(IdOf(key), cancellationToken);

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => sessions.EndAsync(IdOf(key), cancellationToken);

    /// <summary>The ticket of a session that still runs. Its principal carries the session's id.</summary>
    public async Task<AuthenticationTicket?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(sessionId, cancellationToken) is not { } session)
        {
            return null;
        }

        try
        {
            var ticket = TicketSerializer.Default.Deserialize(_protector.Unprotect(session.Ticket));
            ticket?.Principal.NameSession(sessionId);
            return ticket;
        }
        catch (CryptographicException exception)
        {
            Log.TicketUnreadable(logger, exception);
            return null;
        }
    }

    private static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string AccountIdOf(AuthenticationTicket ticket) =>
        ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? throw new InvalidOperationException("A session was asked for a principal without an account.");

    private byte[] Protect(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private long ExpiryOf(AuthenticationTicket ticket) =>
        (ticket.Properties.ExpiresUtc ?? time.GetUtcNow() + _defaultLifetime).ToUnixTimeMilliseconds();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A session cannot be read with the present data protection keys; its browser has to sign in again.")]
        public static partial void TicketUnreadable(ILogger logger, Exception exception);
    }
}
