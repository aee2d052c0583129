using System.Collections.Frozen;
using BlazorTracking.Features.Commands.Import.Hits;

namespace BlazorTracking.Features.Commands.Import.Umami;

/// <summary>Umami's words for browsers and systems (those of its package detect-browser) under the names that this program has for them.</summary>
internal static class UmamiNames
{
    private static readonly FrozenDictionary<string, string> _browsers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["android"] = "Android Browser",
        ["android-webview"] = "Chrome WebView",
        ["beaker"] = "Beaker",
        ["bb10"] = "BlackBerry Browser",
        ["brave"] = "Brave",
        ["chrome"] = "Chrome",
        ["chromium-webview"] = "Chrome WebView",
        ["crios"] = "Chrome",
        ["curl"] = "curl",
        ["edge"] = "Edge",
        ["edge-chromium"] = "Edge",
        ["edge-ios"] = "Edge",
        ["facebook"] = "Facebook",
        ["firefox"] = "Firefox",
        ["fxios"] = "Firefox",
        ["ie"] = "Internet Explorer",
        ["instagram"] = "Instagram",
        ["ios"] = "Safari",
        ["ios-webview"] = "Safari WebView",
        ["kakaotalk"] = "KakaoTalk",
        ["miui"] = "Mi Browser",
        ["opera"] = "Opera",
        ["opera-mini"] = "Opera Mini",
        ["phantomjs"] = "PhantomJS",
        ["safari"] = "Safari",
        ["samsung"] = "Samsung Internet",
        ["searchbot"] = "",
        ["silk"] = "Amazon Silk",
        ["yandexbrowser"] = "Yandex Browser",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (string Umami, string Name, string Version)[] _systems =
    [
        ("Android OS", "Android", ""),
        ("BlackBerry OS", "BlackBerry", ""),
        ("Chrome OS", "Chrome OS", ""),
        ("Mac OS", "macOS", ""),
        ("Windows Mobile", "Windows Phone", ""),
        ("Windows 11", "Windows", "11"),
        ("Windows 10", "Windows", "10"),
        ("Windows 8.1", "Windows", "8.1"),
        ("Windows 8", "Windows", "8"),
        ("Windows 7", "Windows", "7"),
        ("Windows Vista", "Windows", "Vista"),
        ("Windows XP", "Windows", "XP"),
    ];

    public static string Browser(string name) => ForeignText.Name(_browsers.GetValueOrDefault(name.Trim(), name));

    public static string OperatingSystem(string name) => Find(name) is { } system ? system.Name : ForeignText.Name(name);

    public static string OperatingSystemVersion(string name) => Find(name)?.Version ?? "";

    private static (string Name, string Version)? Find(string name)
    {
        var at = Array.FindIndex(_systems, system => system.Umami.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : (_systems[at].Name, _systems[at].Version);
    }
}
