namespace BlazorTracking.Features.Visits;

/// <summary>
/// One page view or event of one visitor: written once, never updated. Each row carries its own contribution to the
/// totals (<see cref="NewVisitor"/>, <see cref="NewPageVisitor"/>, <see cref="NewSession"/>, <see cref="Bounce"/>, <see cref="DurationMs"/>), so that
/// a total is a plain sum on every engine, and the same addition that an open dashboard makes in memory.
/// Texts are never null: what is not known is empty. Those that are compared or grouped end in no blank, for SQL Server
/// does not see one there: whatever makes a visit trims them.
/// </summary>
public sealed record Visit
{
    /// <summary>The value of <see cref="Event"/> that makes a visit a page view; any other value is a custom event.</summary>
    public const string PageLoad = "PageLoad";

    /// <summary>Unique over all sites. Made from the beacon's own id where it brings one, so that a retry is stored once.</summary>
    public Guid Id { get; init; }

    public int SiteId { get; init; }

    /// <summary>When the beacon was received: UTC, Unix milliseconds.</summary>
    public long OccurredAt { get; init; }

    /// <summary><see cref="PageLoad"/> or the name of a custom event, 1 to 120 characters.</summary>
    public string Event { get; init; } = PageLoad;

    /// <summary>The host of the visited page, lower case.</summary>
    public string Hostname { get; init; } = "";

    /// <summary>The path of the visited page, beginning with a slash, without query and fragment.</summary>
    public string Path { get; init; } = "";

    /// <summary>The event's properties as a JSON object of strings, or empty.</summary>
    public string Properties { get; init; } = "";

    /// <summary>A keyed hash of site, address and user agent under the salt of the site's day: means nothing the day after.</summary>
    public long VisitorId { get; init; }

    public long SessionId { get; init; }

    /// <summary>1 on the visitor's first visit of the site's day, else 0.</summary>
    public int NewVisitor { get; init; }

    /// <summary>1 on the visitor's first view of <see cref="Path"/> in the site's day, else 0; 0 on events.</summary>
    public int NewPageVisitor { get; init; }

    /// <summary>1 on the session's first visit, else 0.</summary>
    public int NewSession { get; init; }

    /// <summary><see cref="OccurredAt"/> of the session's first visit: UTC, Unix milliseconds.</summary>
    public long SessionStartedAt { get; init; }

    /// <summary>+1 where a session opens with a page view, −1 on the visit that ends such a bounce, else 0.</summary>
    public int Bounce { get; init; }

    /// <summary>Time since the session's previous visit in milliseconds; 0 on its first.</summary>
    public long DurationMs { get; init; }

    /// <summary>The path of the session's previous page view, from which the exit moves to <see cref="Path"/>; else empty.</summary>
    public string PreviousPath { get; init; } = "";

    public string ReferrerHost { get; init; } = "";
    public string ReferrerPath { get; init; } = "";

    /// <summary>Who sent the visitor, by name ("Google", "Newsletter"); empty for direct traffic.</summary>
    public string Source { get; init; } = "";

    /// <summary>The kind of source ("Organic search", "Direct", …).</summary>
    public string Channel { get; init; } = "";

    public string UtmSource { get; init; } = "";
    public string UtmMedium { get; init; } = "";
    public string UtmCampaign { get; init; } = "";
    public string UtmContent { get; init; } = "";
    public string UtmTerm { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2, upper case; empty when unknown.</summary>
    public string Country { get; init; } = "";

    public string Region { get; init; } = "";
    public string City { get; init; } = "";
    public string PostalCode { get; init; } = "";

    /// <summary>Degrees north, −90 to 90.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, −180 to 180.</summary>
    public double? Longitude { get; init; }

    public string Browser { get; init; } = "";
    public string BrowserVersion { get; init; } = "";
    public string OperatingSystem { get; init; } = "";
    public string OperatingSystemVersion { get; init; } = "";

    /// <summary>"Desktop", "Mobile", "Tablet", "TV", … or empty.</summary>
    public string Device { get; init; } = "";

    /// <summary>A class of screen widths ("Mobile", "Tablet", "Laptop", "Desktop") or empty.</summary>
    public string Screen { get; init; } = "";

    /// <summary>The browser's preferred language as a BCP 47 tag ("de", "en-GB"), or empty.</summary>
    public string Language { get; init; } = "";

    public VisitTrust Trust { get; init; }

    /// <summary>The visitor's address as the site's policy allows: empty, truncated or full.</summary>
    public string Address { get; init; } = "";

    public bool IsPageView => Event == PageLoad;
}
