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
        Dimension.ReferrerHost => DashboardText.ReferrerHost,
        Dimension.UtmSource => DashboardText.UtmSource,
        Dimension.UtmMedium => DashboardText.UtmMedium,
        Dimension.UtmCampaign => DashboardText.UtmCampaign,
        Dimension.UtmContent => DashboardText.UtmContent,
        Dimension.UtmTerm => DashboardText.UtmTerm,
        Dimension.EntryPage => DashboardText.EntryPage,
        Dimension.ExitPage => DashboardText.ExitPage,
        Dimension.BrowserVersion => DashboardText.BrowserVersion,
        Dimension.OperatingSystem => DashboardText.System,
        Dimension.OperatingSystemVersion => DashboardText.SystemVersion,
        Dimension.Screen => DashboardText.ScreenSize,
        Dimension.Channel => DashboardText.Channel,
        Dimension.Source => DashboardText.Source,
        Dimension.Referrer => DashboardText.Referrer,
        Dimension.Page => DashboardText.Page,
        Dimension.Country => DashboardText.Country,
        Dimension.Region => DashboardText.Region,
        Dimension.City => DashboardText.City,
        Dimension.Browser => DashboardText.Browser,
        Dimension.Device => DashboardText.Device,
        Dimension.Event => DashboardText.Event,
        Dimension.Language => DashboardText.Language,
        Dimension.Hostname => DashboardText.Hostname,
        _ => dimension.ToString(),
    };

    /// <summary>What is counted, in the plural: "Visitors".</summary>
    public static string Title(this BreakdownUnit unit) => unit switch
    {
        BreakdownUnit.Entries => DashboardText.Entries,
        BreakdownUnit.Exits => DashboardText.Exits,
        BreakdownUnit.Events => DashboardText.Events,
        _ => DashboardText.Visitors,
    };

    /// <summary>The value as it is shown. What is not known has a name too.</summary>
    public static string Label(this Dimension dimension, string value) => dimension switch
    {
        Dimension.Country when value.Length > 0 => Country.Name(value),
        Dimension.Language when value.Length > 0 => LanguageName(value),
        Dimension.Channel when value.Length > 0 => KindText.OfChannel(value),
        Dimension.Device when value.Length > 0 => KindText.OfDevice(value),
        Dimension.Screen when value.Length > 0 => KindText.OfScreen(value),
        _ when value.Length > 0 => value,
        Dimension.Channel or Dimension.Source or Dimension.ReferrerHost or Dimension.Referrer => DashboardText.DirectOrNone,
        Dimension.UtmSource or Dimension.UtmMedium or Dimension.UtmCampaign or Dimension.UtmContent or Dimension.UtmTerm => DashboardText.None,
        _ => DashboardText.Unknown,
    };

    /// <summary>The values that people call something with the given text in it, whatever they are stored as: DE for "germ".</summary>
    public static IReadOnlyList<string> Called(this Dimension dimension, string text) =>
        text.Length == 0 ? [] : [.. Named(dimension).Append("").Where(value => dimension.Label(value).Contains(text, StringComparison.OrdinalIgnoreCase))];

    private static IReadOnlyList<string> Named(Dimension dimension) => dimension switch
    {
        Dimension.Country => Country.Codes,
        Dimension.Language => _languages.Value,
        Dimension.Channel => KindText.Channels,
        Dimension.Device => KindText.Devices,
        Dimension.Screen => KindText.Screens,
        _ => [],
    };

    private static string LanguageName(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
