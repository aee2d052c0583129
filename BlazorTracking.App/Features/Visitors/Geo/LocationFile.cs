using System.Net;
using System.Net.Sockets;
using MaxMind.Db;

namespace BlazorTracking.Features.Visitors.Geo;

/// <summary>
/// One MMDB file (https://maxmind.github.io/MaxMind-DB/), in either of the layouts in use: MaxMind's and DB-IP's nested
/// one (<c>city.names.en</c>, <c>country.iso_code</c>, …) or ip-location-db's flat one (<c>city</c>, <c>country_code</c>, …).
/// </summary>
internal sealed class LocationFile(Reader reader) : IDisposable
{
    private const int NameMaxLength = 100;
    private const int PostalCodeMaxLength = 20;

    private readonly bool _hasIPv6 = reader.Metadata.IPVersion == 6;

    /// <exception cref="InvalidDatabaseException">The file is not an MMDB file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LocationFile Open(string path) => new(new Reader(path, FileAccessMode.MemoryMapped));

    public static LocationFile Open(Stream stream) => new(new Reader(stream));

    /// <returns>The end of a sentence that begins with the path, or null when the file is good.</returns>
    public static string? WhyNot(string path)
    {
        if (!File.Exists(path))
        {
            return "does not exist";
        }

        try
        {
            using var file = Open(path);
            file.Find(IPAddress.Parse("192.0.2.1"));
            return null;
        }
        catch (InvalidDatabaseException)
        {
            return "is not an MMDB file";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "cannot be read";
        }
    }

    /// <summary>An IPv4 address is to be given as such, not mapped into IPv6.</summary>
    public Location Find(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !_hasIPv6)
        {
            return Location.Unknown;
        }

        return reader.Find<Dictionary<string, object>>(address) is { } record ? ToLocation(record) : Location.Unknown;
    }

    public void Dispose() => reader.Dispose();

    private static Location ToLocation(Dictionary<string, object> record)
    {
        var nested = Map(record, "location");
        var latitude = Number(nested is null ? record : nested, "latitude");
        var longitude = Number(nested is null ? record : nested, "longitude");
        var known = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
        return new Location(
            Country(record),
            BoundedText.Clean(FirstRegion(record) ?? Text(record, "state1"), NameMaxLength),
            BoundedText.Clean(EnglishName(Map(record, "city")) ?? Text(record, "city"), NameMaxLength),
            BoundedText.Clean(Text(Map(record, "postal"), "code") ?? Text(record, "postcode"), PostalCodeMaxLength),
            known ? latitude : null,
            known ? longitude : null);
    }

    // Where the visitor is, else where the network is registered. "ZZ" and the like are no countries.
    private static string Country(Dictionary<string, object> record)
    {
        var code = Text(Map(record, "country"), "iso_code")
            ?? Text(record, "country_code")
            ?? Text(Map(record, "registered_country"), "iso_code");
        return code is [var first, var second] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second)
            && !code.Equals("ZZ", StringComparison.OrdinalIgnoreCase)
                ? code.ToUpperInvariant()
                : "";
    }

    private static string? FirstRegion(Dictionary<string, object> record) =>
        record.GetValueOrDefault("subdivisions") is IReadOnlyList<object> { Count: > 0 } regions
            ? EnglishName(regions[0] as Dictionary<string, object>)
            : null;

    private static string? EnglishName(Dictionary<string, object>? place) => Text(Map(place, "names"), "en");

    private static Dictionary<string, object>? Map(Dictionary<string, object>? record, string key) =>
        record?.GetValueOrDefault(key) as Dictionary<string, object>;

    private static string? Text(Dictionary<string, object>? record, string key) =>
        record?.GetValueOrDefault(key) is string { Length: > 0 } text ? text : null;

    private static double? Number(Dictionary<string, object> record, string key) => record.GetValueOrDefault(key) switch
    {
        double number => number,
        float number => number,
        _ => null,
    };
}
