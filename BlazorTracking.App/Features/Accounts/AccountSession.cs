namespace BlazorTracking.Features.Accounts;

/// <summary>One signed-in browser. The cookie holds only the key; deleting the row signs the browser out.</summary>
public sealed class AccountSession
{
    /// <summary>A random key, known to the browser alone besides this row's hash of it.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The authentication ticket, encrypted with the data protection keys.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>UTC, Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>UTC, Unix milliseconds.</summary>
    public long RenewedAt { get; set; }

    /// <summary>UTC, Unix milliseconds.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>Browser and system, for the list of sessions ("Firefox on Linux").</summary>
    public string Description { get; init; } = "";
}
