namespace BlazorTracking.Features.Beacons;

/// <summary>How many beacons of a site were not stored on a day, for one reason. Stored ones are the visits themselves.</summary>
public sealed class LedgerEntry
{
    /// <summary>The site's id; 0 where the beacon named no site that exists.</summary>
    public required int SiteId { get; init; }

    /// <summary>The date in the site's time zone (UTC for site 0).</summary>
    public required DateOnly Date { get; init; }

    public required RefusalReason Reason { get; init; }

    public required long Count { get; set; }
}
