using System.Collections.Frozen;

namespace BlazorTracking.Features.Visitors.Agents;

/// <summary>
/// uap-core's families under the names that users know: one name for a browser on all of its platforms (the platform
/// has panels of its own), as Plausible shows them. What is not listed keeps its family.
/// </summary>
internal static class AgentNames
{
    private static readonly FrozenDictionary<string, string> _browsers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Other"] = "",
        ["Mobile Safari"] = "Safari",
        ["Mobile Safari UI/WKWebView"] = "Safari WebView",
        ["Chrome Mobile"] = "Chrome",
        ["Chrome Mobile iOS"] = "Chrome",
        ["Chrome Mobile WebView"] = "Chrome WebView",
        ["Firefox Mobile"] = "Firefox",
        ["Firefox iOS"] = "Firefox",
        ["Firefox Klar"] = "Firefox Focus",
        ["Edge Mobile"] = "Edge",
        ["Edge Mobile iOS"] = "Edge",
        ["Opera Mobile"] = "Opera",
        ["Opera Touch"] = "Opera",
        ["Opera Tablet"] = "Opera",
        ["Opera Coast"] = "Opera",
        ["Opera GX"] = "Opera GX",
        ["IE"] = "Internet Explorer",
        ["IE Mobile"] = "Internet Explorer",
        ["IE Large Screen"] = "Internet Explorer",
        ["Android"] = "Android Browser",
        ["BlackBerry WebKit"] = "BlackBerry Browser",
        ["DuckDuckGo Mobile"] = "DuckDuckGo",
        ["QQ Browser Mobile"] = "QQ Browser",
        ["QQ Browser Mini"] = "QQ Browser",
        ["MiuiBrowser"] = "Mi Browser",
        ["UC Browser"] = "UC Browser",
        ["HuaweiBrowser"] = "Huawei Browser",
        ["Huawei Browser Mobile"] = "Huawei Browser",
        ["Baidu Browser Mobile"] = "Baidu Browser",
        ["Baidu Box App"] = "Baidu App",
        ["Sogou Explorer"] = "Sogou Browser",
        ["Amazon Silk"] = "Amazon Silk",
        ["Google"] = "Google App",
        ["YandexSearch"] = "Yandex App",
        ["Samsung Internet"] = "Samsung Internet",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _systems = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Other"] = "",
        ["Mac OS X"] = "macOS",
        ["Mac OS"] = "Mac OS",
        ["ATV OS X"] = "tvOS",
        ["Chromium OS"] = "Chrome OS",
        ["BlackBerry OS"] = "BlackBerry",
        ["BlackBerry Tablet OS"] = "BlackBerry",
        ["webOS"] = "webOS",
        ["WebTV"] = "WebTV",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names that Chromium browsers give in their brand list, under those of <see cref="_browsers"/>.</summary>
    private static readonly FrozenDictionary<string, string> _brands = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Google Chrome"] = "Chrome",
        ["Microsoft Edge"] = "Edge",
        ["Opera"] = "Opera",
        ["Opera GX"] = "Opera GX",
        ["Opera Mini Android"] = "Opera Mini",
        ["Brave"] = "Brave",
        ["Vivaldi"] = "Vivaldi",
        ["YaBrowser"] = "Yandex Browser",
        ["Yandex"] = "Yandex Browser",
        ["Samsung Internet"] = "Samsung Internet",
        ["DuckDuckGo"] = "DuckDuckGo",
        ["Whale"] = "Whale",
        ["Naver Whale"] = "Whale",
        ["Huawei Browser"] = "Huawei Browser",
        ["HuaweiBrowser"] = "Huawei Browser",
        ["Ecosia"] = "Ecosia",
        ["Avast Secure Browser"] = "Avast Secure Browser",
        ["AVG Secure Browser"] = "AVG Secure Browser",
        ["CCleaner Browser"] = "CCleaner Browser",
        ["Norton Private Browser"] = "Norton Browser",
        ["Norton Secure Browser"] = "Norton Browser",
        ["Arc"] = "Arc",
        ["Comet"] = "Comet",
        ["Perplexity"] = "Comet",
        ["ChatGPT Atlas"] = "ChatGPT Atlas",
        ["Dia"] = "Dia",
        ["Sidekick"] = "Sidekick",
        ["Meta Quest Browser"] = "Meta Quest Browser",
        ["Oculus Browser"] = "Meta Quest Browser",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Browser(string family) =>
        BoundedText.Clean(_browsers.GetValueOrDefault(family, family), Agent.NameMaxLength);

    /// <summary>An iPad's system has a name of its own, which its agents do not say.</summary>
    public static string OperatingSystem(string family, string userAgent) => family switch
    {
        "iOS" when userAgent.Contains("iPad", StringComparison.Ordinal) => "iPadOS",
        _ => BoundedText.Clean(_systems.GetValueOrDefault(family, family), Agent.NameMaxLength),
    };

    /// <returns>Null for engines, web views and made-up brands, which say less than the user agent.</returns>
    public static string? Brand(string brand) => _brands.GetValueOrDefault(brand);
}
