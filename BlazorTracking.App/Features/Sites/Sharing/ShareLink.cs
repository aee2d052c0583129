namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>A secret link to a site's dashboard. Whoever has it sees the chosen panels; deleting the row revokes it.</summary>
public sealed class ShareLink
{
    public const int NameMaxLength = 80;

    /// <summary>So many can a site have.</summary>
    public const int MostOfASite = 50;

    public int Id { get; init; }

    public int SiteId { get; init; }

    /// <summary>For its owner, to tell the links apart.</summary>
    public required string Name { get; init; }

    /// <inheritdoc cref="ShareToken.Hash"/>
    public required string TokenHash { get; init; }

    /// <summary>Null where the link alone is enough.</summary>
    public string? PasswordHash { get; init; }

    public SitePanels Panels { get; init; }

    /// <summary>UTC, Unix milliseconds; null for a link that lasts until it is revoked.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>UTC, Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>When a dashboard was last opened by it: UTC, Unix milliseconds; null for never.</summary>
    public long? OpenedAt { get; init; }
}
