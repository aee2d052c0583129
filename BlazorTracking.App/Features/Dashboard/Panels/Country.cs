using System.Collections.Concurrent;
using System.Globalization;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A country by its ISO 3166-1 alpha-2 code.</summary>
public static class Country
{
    private static readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyList<string>> _codes = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName).Where(IsCode).Distinct(StringComparer.Ordinal)]);

    /// <summary>The codes of the countries that have a name.</summary>
    public static IReadOnlyList<string> Codes => _codes.Value;

    /// <summary>The English name, or the text itself where it is no code of a country.</summary>
    public static string Name(string code) => IsCode(code) ? _names.GetOrAdd(code, Find) : code;

    /// <summary>The text has the form of a code, two capital letters.</summary>
    public static bool IsCode(string code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    private static string Find(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
