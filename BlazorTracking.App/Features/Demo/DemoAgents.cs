using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Demo;

/// <summary>A browser on a device, as it presents itself.</summary>
/// <param name="Widths">The widths of the screens that it is seen on, in CSS pixels.</param>
internal sealed record DemoAgent(string UserAgent, ClientHints Hints, int[] Widths);

/// <summary>The browsers of the demonstration's visitors, by kind of device.</summary>
internal static class DemoAgents
{
    private static readonly int[] _desktopWidths = [1280, 1366, 1440, 1536, 1536, 1920, 1920, 1920, 2560];
    private static readonly int[] _macWidths = [1440, 1470, 1512, 1728, 1920];
    private static readonly int[] _telephoneWidths = [360, 384, 412, 412];
    private static readonly int[] _iphoneWidths = [375, 390, 393, 393, 402, 430];
    private static readonly int[] _tabletWidths = [744, 820, 834, 1024];

    public static Weighted<DemoAgent> Desktop { get; } = new(
    [
        (30, Windows("Chrome/155.0.0.0 Safari/537.36", "Google Chrome", 155)),
        (9, Windows("Chrome/154.0.0.0 Safari/537.36", "Google Chrome", 154)),
        (6, Windows("Chrome/155.0.0.0 Safari/537.36", "Google Chrome", 155, windows: 10)),
        (12, Windows("Chrome/155.0.0.0 Safari/537.36 Edg/155.0.0.0", "Microsoft Edge", 155)),
        (1.5, Windows("Chrome/154.0.0.0 Safari/537.36 OPR/139.0.0.0", "Opera", 139)),
        (1.2, Windows("Chrome/155.0.0.0 Safari/537.36", "Brave", 155)),
        (6, Plain("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:157.0) Gecko/20100101 Firefox/157.0", _desktopWidths)),
        (13, Mac("Version/26.1 Safari/605.1.15", _macWidths)),
        (4, Mac("Version/18.6 Safari/605.1.15", _macWidths)),
        (11, new DemoAgent(
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36",
            Hints("Google Chrome", 155, "macOS", "26.1.0", isMobile: false),
            _macWidths)),
        (2, Plain("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:157.0) Gecko/20100101 Firefox/157.0", _macWidths)),
        (2.5, Plain("Mozilla/5.0 (X11; Linux x86_64; rv:157.0) Gecko/20100101 Firefox/157.0", _desktopWidths)),
        (2.5, Plain("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36", _desktopWidths)),
        (0.8, Plain("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36", _desktopWidths)),
    ]);

    /// <summary>The desktops of programmers: more Linux, more Firefox.</summary>
    public static Weighted<DemoAgent> Workstation { get; } = new(
    [
        (26, Windows("Chrome/155.0.0.0 Safari/537.36", "Google Chrome", 155)),
        (7, Windows("Chrome/155.0.0.0 Safari/537.36 Edg/155.0.0.0", "Microsoft Edge", 155)),
        (7, Plain("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:157.0) Gecko/20100101 Firefox/157.0", _desktopWidths)),
        (19, new DemoAgent(
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36",
            Hints("Google Chrome", 155, "macOS", "26.1.0", isMobile: false),
            _macWidths)),
        (9, Mac("Version/26.1 Safari/605.1.15", _macWidths)),
        (6, Plain("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:157.0) Gecko/20100101 Firefox/157.0", _macWidths)),
        (12, Plain("Mozilla/5.0 (X11; Linux x86_64; rv:157.0) Gecko/20100101 Firefox/157.0", _desktopWidths)),
        (3, Plain("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:156.0) Gecko/20100101 Firefox/156.0", _desktopWidths)),
        (9, Plain("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36", _desktopWidths)),
        (2, Windows("Chrome/155.0.0.0 Safari/537.36", "Brave", 155)),
    ]);

    public static Weighted<DemoAgent> Telephone { get; } = new(
    [
        (34, Plain("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1", _iphoneWidths)),
        (8, Plain("Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1", _iphoneWidths)),
        (4, Plain("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/155.0.7500.60 Mobile/15E148 Safari/604.1", _iphoneWidths)),
        (36, Android("Chrome/155.0.0.0 Mobile Safari/537.36", "Google Chrome", 155, "16.0.0")),
        (8, Android("Chrome/154.0.0.0 Mobile Safari/537.36", "Google Chrome", 154, "14.0.0")),
        (6, Android("SamsungBrowser/30.0 Chrome/143.0.0.0 Mobile Safari/537.36", "Samsung Internet", 30, "16.0.0")),
        (2, Plain("Mozilla/5.0 (Android 16; Mobile; rv:157.0) Gecko/157.0 Firefox/157.0", _telephoneWidths)),
        (1, Android("Chrome/155.0.0.0 Mobile Safari/537.36 EdgA/155.0.0.0", "Microsoft Edge", 155, "15.0.0")),
    ]);

    public static Weighted<DemoAgent> Tablet { get; } = new(
    [
        (6, Plain("Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1", _tabletWidths)),
        (4, Plain("Mozilla/5.0 (Linux; Android 16; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36", _tabletWidths)),
    ]);

    private static DemoAgent Plain(string userAgent, int[] widths) => new(userAgent, ClientHints.None, widths);

    private static DemoAgent Mac(string products, int[] widths) =>
        Plain($"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) {products}", widths);

    // Windows 11 calls itself 13 and above in this hint, Windows 10 calls itself 10.
    private static DemoAgent Windows(string products, string brand, int version, int windows = 15) => new(
        $"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) {products}",
        Hints(brand, version, "Windows", $"{windows}.0.0", isMobile: false),
        _desktopWidths);

    private static DemoAgent Android(string products, string brand, int version, string android) => new(
        $"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) {products}",
        Hints(brand, version, "Android", android, isMobile: true),
        _telephoneWidths);

    private static ClientHints Hints(string brand, int version, string platform, string platformVersion, bool isMobile) => new(
        $"\"Chromium\";v=\"{version}\", \"{brand}\";v=\"{version}\", \"Not)A;Brand\";v=\"99\"",
        $"\"{platform}\"",
        $"\"{platformVersion}\"",
        isMobile ? "?1" : "?0");
}
