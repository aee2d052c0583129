using BlazorTracking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace BlazorTracking.Features.Sites;

/// <summary>
/// The sites that beacons may name, cached: a beacon costs no query. A change in this process is seen at once
/// (<see cref="Forget"/>), one made by another process after <see cref="_lifetime"/>.
/// </summary>
public sealed class TrackedSites(IDbContextFactory<TrackingDbContext> contexts) : IDisposable
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(10);

    // Bounded: whoever invents ids cannot fill the memory.
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    /// <summary>The site, or null if there is none with this id.</summary>
    public async ValueTask<TrackedSite?> FindAsync(int siteId, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(siteId, out TrackedSite? known))
        {
            return known;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var site = await context.Sites.AsNoTracking().FirstOrDefaultAsync(site => site.Id == siteId, cancellationToken);
        var tracked = site is null ? null : TrackedSite.Of(site);
        _cache.Set(siteId, tracked, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = _lifetime });
        return tracked;
    }

    /// <summary>To be called after a site was added, changed or deleted.</summary>
    public void Forget(int siteId) => _cache.Remove(siteId);

    public void Dispose() => _cache.Dispose();
}
