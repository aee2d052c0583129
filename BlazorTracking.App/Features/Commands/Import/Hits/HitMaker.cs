using System.Net;
using System.Security.Cryptography;
using BlazorTracking.Features.Sites;
using BlazorTracking.Features.Visitors;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Hits;

/// <summary>
/// Makes hits of one import. Visitors are hashed as those of beacons are, under a salt for each of the site's dates; these
/// salts are in memory alone and gone with the import: nobody can tell afterwards who a visitor was.
/// </summary>
internal sealed class HitMaker(TrackedSite site)
{
    private readonly Dictionary<DateOnly, byte[]> _salts = [];

    public TrackedSite Site => site;

    /// <param name="file">The file that holds it.</param>
    /// <param name="line">Where in it.</param>
    /// <param name="visit">Lacks site, id and visitor.</param>
    /// <param name="key">What is the same whenever this very visit is imported, and of no other visit.</param>
    /// <param name="address">Of the visitor, where it is known.</param>
    /// <param name="agent">What else tells one visitor from another.</param>
    public Hit Make(string file, long line, Visit visit, string key, IPAddress? address, string agent)
    {
        var date = site.DateAt(DateTimeOffset.FromUnixTimeMilliseconds(visit.OccurredAt));
        var made = visit with
        {
            Id = ImportedId.Of(site.Id, key, visit.OccurredAt),
            SiteId = site.Id,
            VisitorId = VisitorIdentity.Of(SaltOf(date), site.Id, address, agent),
            Address = AddressRules.Keep(address, site.AddressPolicy),
        };
        return new Hit(file, line, made, VisitorIdentity.Of(SaltOf(date.AddDays(-1)), site.Id, address, agent));
    }

    private byte[] SaltOf(DateOnly date) =>
        _salts.TryGetValue(date, out var salt) ? salt : _salts[date] = RandomNumberGenerator.GetBytes(DailySalt.Length);
}
