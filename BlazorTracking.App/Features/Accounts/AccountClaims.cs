using System.Security.Claims;

namespace BlazorTracking.Features.Accounts;

/// <summary>What a signed-in principal carries beside Identity's own claims.</summary>
public static class AccountClaims
{
    /// <summary>How the person wants to be called: the display name, or the e-mail where none was given.</summary>
    public const string DisplayName = "display_name";

    /// <summary>The id of the <see cref="AccountSession"/> that the principal was read from.</summary>
    public const string Session = "session";

    /// <summary>The account's id; null for a stranger.</summary>
    public static string? FindAccountId(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    /// <inheritdoc cref="Session"/>
    public static string? FindSessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);

    /// <summary>Writes the session's id into the principal, in place of any other.</summary>
    public static void NameSession(this ClaimsPrincipal principal, string sessionId)
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        if (identity.FindFirst(Session) is { } other)
        {
            identity.RemoveClaim(other);
        }

        identity.AddClaim(new Claim(Session, sessionId));
    }
}
