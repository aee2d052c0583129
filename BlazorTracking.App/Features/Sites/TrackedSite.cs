namespace BlazorTracking.Features.Sites;

/// <summary>What a beacon's way needs to know of its site.</summary>
/// <param name="Host">The host of the site's base URL, lower case, without <c>www.</c>.</param>
/// <param name="RecognitionSalt">Null where visitors are not recognised.</param>
public sealed record TrackedSite(int Id, string Host, TimeZoneInfo Zone, AddressPolicy AddressPolicy, byte[]? RecognitionSalt)
{
    public static TrackedSite Of(Site site) =>
        new(site.Id, WithoutWww(new Uri(site.BaseUrl).IdnHost), TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone), site.AddressPolicy, site.RecognitionSalt);

    /// <summary>The calendar date at the site.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public bool IsOwnHost(string host) => WithoutWww(host) == Host;

    private static string WithoutWww(string host)
    {
        var lower = host.ToLowerInvariant();
        return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
    }
}
