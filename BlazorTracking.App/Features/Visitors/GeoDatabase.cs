using System.Net;
using BlazorTracking.Features.Visitors.Geo;
using BlazorTracking.Operation;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// Tells where an address is, from files on this machine alone: the country from a database in the program, the rest
/// from the one that <see cref="GeoOptions.CityDatabase"/> names.
/// </summary>
public sealed class GeoDatabase : IDisposable
{
    internal const string CountryResource = "geo-whois-asn-country/geo-whois-asn-country.mmdb";

    // Constant, in memory (8 MB), one copy for every host in the process.
    private static readonly Lazy<LocationFile> _countries = new(() =>
    {
        using var stream = EmbeddedFile.Open(CountryResource);
        return LocationFile.Open(stream);
    });

    private readonly LocationFile[] _cities;

    public GeoDatabase(IOptions<GeoOptions> options, IHostEnvironment environment) =>
        _cities = [.. options.Value.CityDatabases(environment.ContentRootPath).Select(LocationFile.Open)];

    /// <returns><see cref="Location.Unknown"/> for no address, a private one, and one that no database knows.</returns>
    public Location Locate(IPAddress? address)
    {
        if (address is null || AddressRules.IsPrivate(address))
        {
            return Location.Unknown;
        }

        var plain = AddressRules.Normalise(address);
        var place = FindCity(plain);
        return place.Country is "" && _countries.Value.Find(plain) is { Country: not "" } country
            ? place with { Country = country.Country }
            : place;
    }

    public void Dispose()
    {
        foreach (var file in _cities)
        {
            file.Dispose();
        }
    }

    private Location FindCity(IPAddress address)
    {
        foreach (var file in _cities)
        {
            var place = file.Find(address);
            if (place != Location.Unknown)
            {
                return place;
            }
        }

        return Location.Unknown;
    }
}
