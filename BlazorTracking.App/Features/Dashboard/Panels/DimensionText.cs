using System.Globalization;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>What people call a dimension and its values.</summary>
public static class DimensionText
{
    private static readonly Lazy<IReadOnlyList<string>> _languages = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.AllCultures).Select(culture => culture.Name).Where(name => name.Length > 0)]);

    /// <summary>The dimension's name in the singular: "Country".</summary>
    public static string Title(this Dimension dimension) => dimension switch
    {
        Dimension.ReferrerHost => "Referring site",
        Dimension.UtmSource => "Campaign source",
        Dimension.UtmMedium => "Campaign medium",
        Dimension.UtmCampaign => "Campaign",
        Dimension.UtmContent => "Campaign content",
        Dimension.UtmTerm => "Campaign term",
        Dimension.EntryPage => "Entry page",
        Dimension.ExitPage => "Exit page",
        Dimension.BrowserVersion => "Browser version",
        Dimension.OperatingSystem => "System",
        Dimension.OperatingSystemVersion => "System version",
        Dimension.Screen => "Screen size",
        _ => dimension.ToString(),
    };

    /// <summary>The value as it is shown. What is not known has a name too.</summary>
    public static string Label(this Dimension dimension, string value) => dimension switch
    {
        Dimension.Country when value.Length > 0 => Country.Name(value),
        Dimension.Language when value.Length > 0 => Language(value),
        _ when value.Length > 0 => value,
        Dimension.Channel or Dimension.Source or Dimension.ReferrerHost or Dimension.Referrer => "Direct / none",
        Dimension.UtmSource or Dimension.UtmMedium or Dimension.UtmCampaign or Dimension.UtmContent or Dimension.UtmTerm => "None",
        _ => "Unknown",
    };

    /// <summary>The values that people call something with the given text in it, whatever they are stored as: DE for "germ".</summary>
    public static IReadOnlyList<string> Called(this Dimension dimension, string text) =>
        text.Length == 0 ? [] : [.. Named(dimension).Append("").Where(value => dimension.Label(value).Contains(text, StringComparison.OrdinalIgnoreCase))];

    private static IReadOnlyList<string> Named(Dimension dimension) => dimension switch
    {
        Dimension.Country => Country.Codes,
        Dimension.Language => _languages.Value,
        _ => [],
    };

    private static string Language(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
