using BlazorTracking.Features.Sites.Sharing;

namespace BlazorTracking.Features.Sites;

/// <summary>A web site whose visits are recorded. Belongs to one account.</summary>
public sealed class Site
{
    public const int NameMaxLength = 100;
    public const int BaseUrlMaxLength = 300;

    public int Id { get; init; }

    public required string OwnerId { get; init; }

    public required string Name { get; set; }

    /// <summary>An absolute http(s) URL.</summary>
    public required string BaseUrl { get; set; }

    /// <summary>An IANA time zone id; days, weeks and months of the site's figures are those of this zone.</summary>
    public required string TimeZone { get; set; }

    public AddressPolicy AddressPolicy { get; set; }

    /// <summary>For how many months its visits are kept; 0 where it says nothing of its own.</summary>
    public int RetentionMonths { get; set; }

    /// <summary>The secret under which visitors are recognised from week to week; null, as it is by default, where nobody is.</summary>
    public byte[]? RecognitionSalt { get; set; }

    public bool RecognisesVisitors => RecognitionSalt is not null;

    /// <summary>What everybody may see of it, which may be the headline numbers alone; null where it is not public.</summary>
    public SitePanels? PublicPanels { get; init; }

    /// <summary>Its owner wants it before the others.</summary>
    public bool IsPinned { get; set; }

    /// <summary>UTC, Unix milliseconds.</summary>
    public long CreatedAt { get; init; }
}
