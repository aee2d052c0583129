namespace BlazorTracking.Features.Beacons;

/// <summary>Why a received beacon is not a new visit. The values are stored: never renumber them.</summary>
public enum RefusalReason
{
    BadRequest = 1,
    UnknownSite = 2,
    Bot = 3,
    RateLimit = 4,
    TooLarge = 5,

    /// <summary>The queue was full or the store was down: answered with 503, to be sent again.</summary>
    OverCapacity = 6,

    /// <summary>Stored before: the beacon was sent again.</summary>
    Duplicate = 7,
}
