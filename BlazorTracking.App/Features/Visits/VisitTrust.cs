namespace BlazorTracking.Features.Visits;

/// <summary>How far a beacon could be verified. The values are stored: never renumber them.</summary>
public enum VisitTrust
{
    /// <summary>Nothing but the beacon itself speaks for it (no <c>Origin</c>, no <c>Referer</c>).</summary>
    Unverified = 0,

    /// <summary>The browser's <c>Origin</c> or <c>Referer</c> header names the site's own host.</summary>
    OwnOrigin = 1,

    /// <summary>The browser's <c>Origin</c> or <c>Referer</c> header names another host.</summary>
    ForeignOrigin = 2,
}
