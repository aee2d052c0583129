using System.Buffers;

namespace BlazorTracking.Features.Visitors;

/// <summary>
/// What kind of device a user agent speaks of. Makers mark their agents with words, not with a field; the lists hold
/// those words, the narrow classes first because their agents also carry the words of the wide ones.
/// </summary>
public static class DeviceClass
{
    public const string Desktop = "Desktop";
    public const string Mobile = "Mobile";
    public const string Tablet = "Tablet";
    public const string Tv = "TV";
    public const string Console = "Console";
    public const string Wearable = "Wearable";

    private static readonly SearchValues<string> _wearableWords = Words(
        "Apple Watch", "AppleWatch", "watchOS", "Watch OS", "Wear OS", "WearOS", "; SM-R8", "; SM-R9", "Galaxy Watch");

    private static readonly SearchValues<string> _tvWords = Words(
        "SmartTV", "Smart-TV", "Smart TV", "HbbTV", "AppleTV", "Apple TV", "tvOS", "GoogleTV", "Google TV", "Android TV",
        "BRAVIA", "NetCast", "Web0S", "webOS.TV", "Roku", "CrKey", "; AFT", "VIDAA", "Viera", "Opera TV", "InettvBrowser",
        "MiBOX", "MiTV", "Chromecast", "SHIELD Android TV", "DTV", "TV Safari", "Philips TV");

    private static readonly SearchValues<string> _consoleWords = Words("PlayStation", "Xbox", "Nintendo", "Steam Deck");

    // "Tablet PC" is a component of old desktop Windows agents, hence the semicolons.
    private static readonly SearchValues<string> _tabletWords = Words(
        "iPad", "; Tablet;", "(Tablet;", "PlayBook", "Kindle", "KFAPWI", "Silk-Accelerated", "; SM-T", "; SM-X", "Galaxy Tab",
        "MediaPad", "Lenovo TB", "Pixel Tablet");

    private static readonly SearchValues<string> _mobileWords = Words(
        "iPhone", "iPod", "Mobi", "Android", "Windows Phone", "BlackBerry", "BB10", "Opera Mini", "KAIOS", "Symbian", "MIDP",
        "Maemo", "MeeGo", "Bada/", "OpenHarmony");

    private static readonly SearchValues<string> _desktopWords = Words(
        "Windows NT", "Windows 9", "Macintosh", "X11", "CrOS", "Linux", "BSD", "SunOS", "Haiku", "OS/2", "Win64", "Win98");

    /// <param name="userAgent">The whole agent.</param>
    /// <param name="mobile">The client hint <c>Sec-CH-UA-Mobile</c>, or null.</param>
    /// <returns>Empty when the agent says nothing known.</returns>
    public static string Of(string userAgent, string? mobile)
    {
        var agent = userAgent.AsSpan();
        if (agent.ContainsAny(_wearableWords))
        {
            return Wearable;
        }

        if (agent.ContainsAny(_tvWords))
        {
            return Tv;
        }

        if (agent.ContainsAny(_consoleWords))
        {
            return Console;
        }

        if (agent.ContainsAny(_tabletWords) || IsAndroidTablet(agent, mobile))
        {
            return Tablet;
        }

        if (mobile == "?1" || agent.ContainsAny(_mobileWords))
        {
            return Mobile;
        }

        return mobile == "?0" || agent.ContainsAny(_desktopWords) ? Desktop : "";
    }

    // Android's browsers say "Mobile" on telephones only.
    private static bool IsAndroidTablet(ReadOnlySpan<char> agent, string? mobile) =>
        mobile != "?1"
        && agent.Contains("Android", StringComparison.Ordinal)
        && !agent.Contains("Mobi", StringComparison.Ordinal)
        && !agent.Contains("Opera Mini", StringComparison.Ordinal);

    private static SearchValues<string> Words(params ReadOnlySpan<string> words) =>
        SearchValues.Create(words, StringComparison.Ordinal);
}
