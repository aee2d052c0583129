namespace BlazorTracking.Features.Visitors;

/// <summary>
/// The hosts of origins. A site's beacons name the same few again and again, in the page's URL and in <c>Origin</c>:
/// each is read once and remembered.
/// </summary>
internal static class Origins
{
    private const int Capacity = 10_000;

    // Longer than any real one: what is made up at will is not remembered.
    private const int LongestRemembered = 300;

    private static readonly BoundedCache<string, string> _hosts = new(Capacity, Read);

    /// <summary>The host of <c>scheme://host:port</c> in ASCII and lower case; empty for what is no absolute URL or has no host.</summary>
    public static string HostOf(string origin) => origin.Length <= LongestRemembered ? _hosts[origin] : Read(origin);

    private static string Read(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) ? url.IdnHost.ToLowerInvariant() : "";
}
