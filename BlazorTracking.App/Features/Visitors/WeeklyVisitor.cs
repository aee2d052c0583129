namespace BlazorTracking.Features.Visitors;

/// <summary>
/// That somebody was on a site in a week: all that is kept of visitors who are recognised (<see cref="Sites.Site.RecognitionSalt"/>).
/// No visit can be found from it, and nobody from the number without the site's salt.
/// </summary>
public sealed record WeeklyVisitor
{
    /// <summary>Who stays away for so long is somebody new.</summary>
    public const int WeeksKept = 26;

    public required int SiteId { get; init; }

    /// <summary>Its Monday, in the site's time zone.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>As <see cref="VisitorIdentity"/> makes it of address, browser, system and device, so that an update of the browser makes nobody new.</summary>
    public required long VisitorId { get; init; }

    /// <summary>The Monday of the date's week.</summary>
    public static DateOnly WeekOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
