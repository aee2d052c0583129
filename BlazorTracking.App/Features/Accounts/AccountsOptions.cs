using System.ComponentModel.DataAnnotations;

namespace BlazorTracking.Features.Accounts;

public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA512 (Password Storage Cheat Sheet); fewer iterations are warned of in the log.</summary>
    public const int RecommendedPasswordIterations = 210_000;

    [EnumDataType(typeof(RegistrationMode), ErrorMessage = "Accounts:Registration must be Open or Closed.")]
    public RegistrationMode Registration { get; init; } = RegistrationMode.Open;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512. A hash with fewer is renewed at its owner's next sign-in.</summary>
    [Range(1_000, 10_000_000, ErrorMessage = "Accounts:PasswordIterations must be between 1000 and 10000000.")]
    public int PasswordIterations { get; init; } = RecommendedPasswordIterations;

    /// <summary>How many forms that test a secret (sign-in, registration, codes, reset) one address may send a minute; 0 = no limit.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Accounts:AttemptLimitPerMinute must be between 0 (no limit) and 1000000.")]
    public int AttemptLimitPerMinute { get; init; } = 60;

    /// <summary>How often an open page and a cookie are checked against the account's security stamp.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Accounts:RevalidationInterval must be between 00:00:01 and 01:00:00.")]
    public TimeSpan RevalidationInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Scheme and host that links in mails begin with, such as <c>https://stats.example.com</c>. Required with a mail
    /// server; without one the links in the log of development begin with those of the request.
    /// </summary>
    public Uri? PublicUrl { get; init; }
}

/// <summary>Who may register.</summary>
public enum RegistrationMode
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Whoever comes first; nobody once an account exists.</summary>
    Closed,
}
