using Microsoft.Playwright;

namespace BlazorTracking.Tests.Browser;

/// <summary>The Chromium of this machine: <c>CHROMIUM_PATH</c>, or where systems install it.</summary>
internal static class Chromium
{
    private static readonly string[] _places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/snap/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : _places.FirstOrDefault(File.Exists);

    /// <summary>Why tests that need it cannot run here; null where they can. In CI a missing browser fails them instead.</summary>
    public static string? SkipReason { get; } =
        Path is not null || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? null
            : "No Chromium on this machine: install it (apt-get install chromium) or name it in CHROMIUM_PATH.";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Path ?? throw new InvalidOperationException("No Chromium on this machine; CI needs one."),
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",

            // The address bar, which nobody sees, is three pages for each window, half of what a window costs. The last
            // list of features counts, so what Playwright turns off is named again.
            "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,AvoidUnnecessaryBeforeUnloadCheckSync,"
                + "DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
                + "ThirdPartyStoragePartitioning,Translate,AutoDeElevate,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled",

            // Sites with names of their own, so that a page is neither local nor of the server's site.
            "--host-resolver-rules=MAP *.example 127.0.0.1",
        ],

        // Its visitors have that cache.
        IgnoreDefaultArgs = ["--disable-back-forward-cache"],
    });
}
