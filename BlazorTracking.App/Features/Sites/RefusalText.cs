using BlazorTracking.Features.Beacons;

namespace BlazorTracking.Features.Sites;

/// <summary>The reasons in words for the site's owner.</summary>
public static class RefusalText
{
    public static string Title(RefusalReason reason) => reason switch
    {
        RefusalReason.BadRequest => "Not valid",
        RefusalReason.UnknownSite => "Unknown site",
        RefusalReason.Bot => "Robot",
        RefusalReason.RateLimit => "Too many",
        RefusalReason.TooLarge => "Too large",
        RefusalReason.OverCapacity => "Over capacity",
        RefusalReason.Duplicate => "Sent again",
        _ => reason.ToString(),
    };

    public static string Explanation(RefusalReason reason) => reason switch
    {
        RefusalReason.BadRequest => "Something was missing or malformed, most often the page's URL.",
        RefusalReason.UnknownSite => "It named a site that does not exist.",
        RefusalReason.Bot => "The browser said that it is a crawler, a monitor or another program.",
        RefusalReason.RateLimit => "More came from one address, or for this site, than the limits allow.",
        RefusalReason.TooLarge => "It was longer than a visit can be.",
        RefusalReason.OverCapacity => "The server was too busy or could not write. The script tries again, so most of these were stored later.",
        RefusalReason.Duplicate => "The visit was stored already: the script sent it again because it saw no answer. Nothing is missing.",
        _ => "",
    };
}
