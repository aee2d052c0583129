using BlazorTracking.Features.Visitors.Geo;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visitors;

public sealed class GeoOptions
{
    public const string Section = "Geo";

    /// <summary>
    /// The path of an MMDB file with cities (GeoLite2, DB-IP or ip-location-db), relative to the content root; or several
    /// between semicolons, where a data set comes as one file for IPv4 and one for IPv6. Empty: countries only.
    /// </summary>
    public string CityDatabase { get; init; } = "";

    /// <summary>The files that <see cref="CityDatabase"/> names, as absolute paths.</summary>
    internal IEnumerable<string> CityDatabases(string contentRoot) => CityDatabase
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(path => Path.GetFullPath(path, contentRoot));
}

/// <summary>Stops the start when a configured database is not there or is none.</summary>
internal sealed class GeoOptionsValidator(IHostEnvironment environment) : IValidateOptions<GeoOptions>
{
    public ValidateOptionsResult Validate(string? name, GeoOptions options)
    {
        foreach (var path in options.CityDatabases(environment.ContentRootPath))
        {
            if (LocationFile.WhyNot(path) is { } reason)
            {
                return ValidateOptionsResult.Fail($"Geo:CityDatabase must be the path of an MMDB file, but {path} {reason}.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
