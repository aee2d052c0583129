using System.Collections.Concurrent;
using System.Globalization;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>A country by its ISO 3166-1 alpha-2 code: what people call it, and its flag.</summary>
public static class Country
{
    private const int RegionalIndicatorA = 0x1F1E6;
    private static readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The English name, or the text itself where it is no code of a country.</summary>
    public static string Name(string code) => IsCode(code) ? _names.GetOrAdd(code, Find) : code;

    /// <summary>The flag as an emoji, a white flag where the country is not known.</summary>
    public static string Flag(string code) => IsCode(code)
        ? string.Concat(code.Select(letter => char.ConvertFromUtf32(RegionalIndicatorA + letter - 'A')))
        : "\U0001F3F3\uFE0F";

    private static bool IsCode(string code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

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
