namespace BlazorTracking.Features.Visitors;

/// <summary>Where an address is, as far as the databases know. Texts are empty when not known.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Region">The first subdivision's English name, at most 100 characters.</param>
/// <param name="City">The English name, at most 100 characters.</param>
/// <param name="PostalCode">At most 20 characters.</param>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
/// <param name="Longitude">Degrees east, −180 to 180.</param>
public sealed record Location(
    string Country,
    string Region,
    string City,
    string PostalCode,
    double? Latitude,
    double? Longitude)
{
    public static Location Unknown { get; } = new("", "", "", "", null, null);
}
