using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>Remembers in a browser that it knew the password of a link: a ticket in a cookie of that link's pages.</summary>
public sealed class ShareLock(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string CookieName = "shared-dashboard";

    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(7);

    private readonly IDataProtector _protector = protection.CreateProtector("BlazorTracking.ShareLock");

    /// <summary>What was issued to the browser; null where nothing was.</summary>
    public static string? TicketOf(HttpRequest request) => request.Cookies[CookieName];

    /// <summary>What opens the link for a week.</summary>
    public string Issue(ShareLink link) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() + _lifetime).ToUnixTimeMilliseconds()} {link.TokenHash}"));

    /// <summary>Whether the link can be opened: it has no password, or the ticket was given for it.</summary>
    public bool Opens(ShareLink link, string? ticket)
    {
        if (link.PasswordHash is null)
        {
            return true;
        }

        try
        {
            return ticket is not null
                && _protector.Unprotect(ticket).Split(' ') is [var until, var tokenHash]
                && tokenHash == link.TokenHash
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeMilliseconds();
        }
        catch (CryptographicException)
        {
            // Invented, or written with keys that are gone.
            return false;
        }
    }
}
