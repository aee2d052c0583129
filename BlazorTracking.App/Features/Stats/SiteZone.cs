using BlazorTracking.Features.Sites;

namespace BlazorTracking.Features.Stats;

public static class SiteZone
{
    /// <summary>The site's time zone; UTC where this machine does not know its id.</summary>
    public static TimeZoneInfo Zone(this Site site) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(site.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
