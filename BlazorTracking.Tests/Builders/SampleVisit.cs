using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Builders;

/// <summary>A believable visit, to be varied by <c>with</c>.</summary>
public static class SampleVisit
{
    /// <summary>2026-03-02T10:00:00Z, a Monday.</summary>
    public const long Time = 1_772_445_600_000;

    public static Visit Of(int siteId, long occurredAt = Time) => new()
    {
        Id = Guid.NewGuid(),
        SiteId = siteId,
        OccurredAt = occurredAt,
        SessionStartedAt = occurredAt,
        Hostname = "example.org",
        Path = "/",
        VisitorId = 1,
        SessionId = 1,
        NewVisitor = 1,
        NewPageVisitor = 1,
        NewSession = 1,
        Bounce = 1,
        Channel = "Direct",
        Country = "DE",
        Latitude = 52.52,
        Longitude = 13.405,
        Browser = "Firefox",
        BrowserVersion = "140",
        OperatingSystem = "Linux",
        Device = "Desktop",
        Language = "de",
    };
}
