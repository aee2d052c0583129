using Microsoft.AspNetCore.Identity;

namespace BlazorTracking.Features.Accounts;

/// <summary>A person who can sign in. Owns sites.</summary>
public sealed class Account : IdentityUser
{
    public const int DisplayNameMaxLength = 50;
    public const int EmailMaxLength = 120;

    /// <summary>One @ between something and something, without spaces and control characters; only a mail could tell more.</summary>
    public const string EmailPattern = @"[^\s@\p{C}]+@[^\s@\p{C}]+";

    public const int PasswordMinLength = 8;

    /// <summary>Long enough for any phrase, short enough that hashing its text costs nothing beside the iterations.</summary>
    public const int PasswordMaxLength = 128;

    /// <summary>How the person wants to be called; may be empty.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>UTC, Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>The time step of the last accepted authenticator code, so that a code cannot be used twice (RFC 6238, 5.2).</summary>
    public long LastAuthenticatorStep { get; set; }
}
