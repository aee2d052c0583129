using System.Collections.Concurrent;
using System.Globalization;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A country by its ISO 3166-1 alpha-2 code.</summary>
public static class Country
{
    private static readonly ConcurrentDictionary<(Language Language, string Code), string> _names = new();

    private static readonly Lazy<IReadOnlyList<string>> _codes = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName).Where(IsCode).Distinct(StringComparer.Ordinal)]);

    /// <summary>The codes of the countries that have a name.</summary>
    public static IReadOnlyList<string> Codes => _codes.Value;

    /// <summary>The name in the language of the page, or the text itself where it is no code of a country.</summary>
    public static string Name(string code) => IsCode(code) ? _names.GetOrAdd((Language.Current, code), Find) : code;

    /// <summary>The text has the form of a code, two capital letters.</summary>
    public static bool IsCode(string code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    private static string Find((Language Language, string Code) country)
    {
        try
        {
            // The display name of a region stays in the language that asked for it first.
            return new RegionInfo($"{country.Language.Code}-{country.Code}").NativeName;
        }
        catch (ArgumentException)
        {
            return country.Code;
        }
    }
}
