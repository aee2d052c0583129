using System.Collections.Frozen;
using BlazorTracking.Features.Commands.Import.Hits;

namespace BlazorTracking.Features.Commands.Import.Matomo;

/// <summary>Matomo's names of browsers and systems (those of its device detector) under the names that this program has for them.</summary>
internal static class MatomoNames
{
    private const string Unknown = "Unknown";

    private static readonly FrozenDictionary<string, string> _browsers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Chrome Mobile"] = "Chrome",
        ["Chrome Mobile iOS"] = "Chrome",
        ["Chrome Webview"] = "Chrome WebView",
        ["Firefox Mobile"] = "Firefox",
        ["Firefox Mobile iOS"] = "Firefox",
        ["Microsoft Edge"] = "Edge",
        ["Mobile Safari"] = "Safari",
        ["Opera Mobile"] = "Opera",
        ["Samsung Browser"] = "Samsung Internet",
        [Unknown] = "",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> _systems = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["GNU/Linux"] = "Linux",
        ["Mac"] = "macOS",
        [Unknown] = "",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Browser(string name) => ForeignText.Name(_browsers.GetValueOrDefault(name, name));

    public static string OperatingSystem(string name) => ForeignText.Name(_systems.GetValueOrDefault(name, name));
}
