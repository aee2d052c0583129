using System.Runtime.InteropServices;

namespace BlazorTracking.Features.Visitors;

/// <summary>What was seen on a site's current day: identities that are forgotten when no site's day can hold them any more.</summary>
internal sealed class DailySet
{
    private const long MillisecondsPerDay = 24 * 60 * 60 * 1000L;

    /// <summary>A site's day touches at most three days of UTC.</summary>
    private const int DaysRemembered = 2;

    private readonly Dictionary<long, HashSet<long>> _byUtcDay = [];

    /// <summary>Whether it was seen. Identities mean nothing the day after, so it need not be asked of a certain day.</summary>
    public bool Contains(long identity)
    {
        foreach (var (_, seen) in _byUtcDay)
        {
            if (seen.Contains(identity))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="identity">What was seen.</param>
    /// <param name="occurredAt">When: UTC, Unix milliseconds.</param>
    public void Add(long identity, long occurredAt)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_byUtcDay, occurredAt / MillisecondsPerDay, out _);
        (seen ??= []).Add(identity);
    }

    /// <summary>Forgets what is too old to matter at the instant (UTC, Unix milliseconds).</summary>
    public void Forget(long now)
    {
        foreach (var day in _byUtcDay.Keys.Where(day => day < (now / MillisecondsPerDay) - DaysRemembered).ToList())
        {
            _byUtcDay.Remove(day);
        }
    }
}
