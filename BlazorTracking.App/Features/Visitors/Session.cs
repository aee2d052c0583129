using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// A visitor's run of visits, as far as the next one needs to know it. Immutable, so that a batch that fails leaves
/// nothing behind.
/// </summary>
/// <param name="First">Where the session came from and with what: copied to each of its visits.</param>
/// <param name="LastAt">When the latest visit occurred: UTC, Unix milliseconds.</param>
/// <param name="LastPath">The path of the latest page view; empty if there was none yet.</param>
/// <param name="IsBounce">Whether the session is, so far, one page view and nothing else.</param>
internal sealed record Session(Visit First, long LastAt, string LastPath, bool IsBounce)
{
    /// <summary>A session ends when nothing was heard for this long.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(30);

    /// <summary>A session ends this long after it began, whatever happens: a page that reloads itself for ever is not one session.</summary>
    public static readonly TimeSpan MaximumLength = TimeSpan.FromHours(24);

    public bool IsRunningAt(long instant) =>
        instant - LastAt <= IdleTimeout.TotalMilliseconds && instant - First.SessionStartedAt < MaximumLength.TotalMilliseconds;
}
