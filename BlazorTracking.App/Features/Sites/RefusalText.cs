using BlazorTracking.Features.Beacons;

namespace BlazorTracking.Features.Sites;

/// <summary>The reasons in words for the site's owner.</summary>
public static class RefusalText
{
    public static string Title(RefusalReason reason) => reason switch
    {
        RefusalReason.BadRequest => SitesText.RefusedBadRequest,
        RefusalReason.UnknownSite => SitesText.RefusedUnknownSite,
        RefusalReason.Bot => SitesText.RefusedBot,
        RefusalReason.RateLimit => SitesText.RefusedRateLimit,
        RefusalReason.TooLarge => SitesText.RefusedTooLarge,
        RefusalReason.OverCapacity => SitesText.RefusedOverCapacity,
        RefusalReason.Duplicate => SitesText.RefusedDuplicate,
        _ => reason.ToString(),
    };

    public static string Explanation(RefusalReason reason) => reason switch
    {
        RefusalReason.BadRequest => SitesText.RefusedBadRequestText,
        RefusalReason.UnknownSite => SitesText.RefusedUnknownSiteText,
        RefusalReason.Bot => SitesText.RefusedBotText,
        RefusalReason.RateLimit => SitesText.RefusedRateLimitText,
        RefusalReason.TooLarge => SitesText.RefusedTooLargeText,
        RefusalReason.OverCapacity => SitesText.RefusedOverCapacityText,
        RefusalReason.Duplicate => SitesText.RefusedDuplicateText,
        _ => "",
    };
}
