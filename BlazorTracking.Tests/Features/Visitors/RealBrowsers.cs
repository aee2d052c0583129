namespace BlazorTracking.Tests.Features.Visitors;

/// <summary>User agents as browsers send them, and what is to be read from each.</summary>
internal static class RealBrowsers
{
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private const string Mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private const string MacWebKit = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) ";
    private const string Linux = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private const string Pixel = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private const string Reduced = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private const string IPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ";
    private const string IPad = "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ";

    public static IReadOnlyList<Browser> All { get; } =
    [
        // Chrome
        new(Windows + "Chrome/128.0.0.0 Safari/537.36", "Chrome", "128", "Windows", "10", "Desktop"),
        new("Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36", "Chrome", "109", "Windows", "7", "Desktop"),
        new("Mozilla/5.0 (Windows NT 6.3; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.84 Safari/537.36", "Chrome", "99", "Windows", "8.1", "Desktop"),
        new(Mac + "Chrome/128.0.0.0 Safari/537.36", "Chrome", "128", "macOS", "10.15", "Desktop"),
        new(Linux + "Chrome/128.0.0.0 Safari/537.36", "Chrome", "128", "Linux", "", "Desktop"),
        new("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36", "Chrome", "128", "Chrome OS", "14541", "Desktop"),
        new(Pixel + "Chrome/128.0.6613.99 Mobile Safari/537.36", "Chrome", "128", "Android", "14", "Mobile"),
        new(Reduced + "Chrome/128.0.0.0 Mobile Safari/537.36", "Chrome", "128", "Android", "10", "Mobile"),
        new(Reduced + "Chrome/128.0.0.0 Safari/537.36", "Chrome", "128", "Android", "10", "Tablet"),
        new(IPhone + "CriOS/128.0.6613.98 Mobile/15E148 Safari/604.1", "Chrome", "128", "iOS", "17.5", "Mobile"),
        new(IPad + "CriOS/128.0.6613.98 Mobile/15E148 Safari/604.1", "Chrome", "128", "iPadOS", "16.6", "Tablet"),
        new("Mozilla/5.0 (Linux; Android 13; SM-S918B Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0.6613.88 Mobile Safari/537.36", "Chrome WebView", "128", "Android", "13", "Mobile"),
        new("Mozilla/5.0 (Linux; Android 9; CUBOT_X18_Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.144 Mobile Safari/537.36", "Chrome", "120", "Android", "9", "Mobile"),

        // Safari
        new(MacWebKit + "Version/17.5 Safari/605.1.15", "Safari", "17.5", "macOS", "10.15", "Desktop"),
        new("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_13_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.2 Safari/605.1.15", "Safari", "13.1", "macOS", "10.13", "Desktop"),
        new(IPhone + "Version/17.5 Mobile/15E148 Safari/604.1", "Safari", "17.5", "iOS", "17.5", "Mobile"),
        new("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari", "18", "iOS", "18", "Mobile"),
        new(IPad + "Version/16.6 Mobile/15E148 Safari/604.1", "Safari", "16.6", "iPadOS", "16.6", "Tablet"),
        new("Mozilla/5.0 (iPod touch; CPU iPhone OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1", "Safari", "12.1", "iOS", "12.5", "Mobile"),
        new(IPhone + "Mobile/15E148", "Safari WebView", "", "iOS", "17.5", "Mobile"),

        // Firefox
        new("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:129.0) Gecko/20100101 Firefox/129.0", "Firefox", "129", "Windows", "10", "Desktop"),
        new("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:129.0) Gecko/20100101 Firefox/129.0", "Firefox", "129", "macOS", "10.15", "Desktop"),
        new("Mozilla/5.0 (X11; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0", "Firefox", "129", "Linux", "", "Desktop"),
        new("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0", "Firefox", "129", "Ubuntu", "", "Desktop"),
        new("Mozilla/5.0 (X11; Fedora; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox", "128", "Fedora", "", "Desktop"),
        new("Mozilla/5.0 (X11; FreeBSD amd64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox", "128", "FreeBSD", "", "Desktop"),
        new("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0", "Firefox", "115", "Windows", "10", "Desktop"),
        new("Mozilla/5.0 (Android 14; Mobile; rv:129.0) Gecko/129.0 Firefox/129.0", "Firefox", "129", "Android", "14", "Mobile"),
        new("Mozilla/5.0 (Android 13; Tablet; rv:129.0) Gecko/129.0 Firefox/129.0", "Firefox", "129", "Android", "13", "Tablet"),
        new(IPhone + "FxiOS/129.0 Mobile/15E148 Safari/605.1.15", "Firefox", "129", "iOS", "17.5", "Mobile"),

        // Edge
        new(Windows + "Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0", "Edge", "128", "Windows", "10", "Desktop"),
        new(Mac + "Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0", "Edge", "128", "macOS", "10.15", "Desktop"),
        new(Reduced + "Chrome/128.0.0.0 Mobile Safari/537.36 EdgA/128.0.0.0", "Edge", "128", "Android", "10", "Mobile"),
        new(IPhone + "Version/17.0 EdgiOS/128.0.2739.42 Mobile/15E148 Safari/605.1.15", "Edge", "128", "iOS", "17.5", "Mobile"),
        new("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.19042", "Edge", "18.19042", "Windows", "10", "Desktop"),

        // Opera
        new(Windows + "Chrome/127.0.0.0 Safari/537.36 OPR/113.0.0.0", "Opera", "113", "Windows", "10", "Desktop"),
        new(Mac + "Chrome/127.0.0.0 Safari/537.36 OPR/113.0.0.0", "Opera", "113", "macOS", "10.15", "Desktop"),
        new(Reduced + "Chrome/127.0.0.0 Mobile Safari/537.36 OPR/84.0.0.0", "Opera", "84", "Android", "10", "Mobile"),
        new("Opera/9.80 (Android; Opera Mini/79.0.2254/191.303; U; en) Presto/2.12.423 Version/12.16", "Opera Mini", "79", "Android", "", "Mobile"),
        new("Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18", "Opera", "12.18", "Windows", "7", "Desktop"),

        // Others
        new("Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36", "Samsung Internet", "26", "Android", "14", "Mobile"),
        new("Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-X906B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Safari/537.36", "Samsung Internet", "26", "Android", "13", "Tablet"),
        new(Windows + "Chrome/126.0.0.0 Safari/537.36 Vivaldi/6.8.3381.57", "Vivaldi", "6.8", "Windows", "10", "Desktop"),
        new(Windows + "Chrome/126.0.0.0 YaBrowser/24.7.0.0 Safari/537.36", "Yandex Browser", "24.7", "Windows", "10", "Desktop"),
        new("Mozilla/5.0 (Linux; arm_64; Android 14; 2201117TG) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 YaBrowser/24.7.1.94.00 SA/3 Mobile Safari/537.36", "Yandex Browser", "24.7", "Android", "14", "Mobile"),
        new(Windows + "Chrome/126.0.0.0 Whale/3.27.254.15 Safari/537.36", "Whale", "3.27", "Windows", "10", "Desktop"),
        new("Mozilla/5.0 (Linux; U; Android 12; en-US; RMX3085 Build/SP1A.210812.016) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.4.0.1306 Mobile Safari/537.36", "UC Browser", "13.4", "Android", "12", "Mobile"),
        new("Mozilla/5.0 (Linux; U; Android 13; zh-cn; 2211133C Build/TKQ1.220905.001) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.118 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.2.150325", "Mi Browser", "18.2", "Android", "13", "Mobile"),
        new("Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN01; HMSCore 6.13.0.352) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 HuaweiBrowser/14.0.5.303 Mobile Safari/537.36", "Huawei Browser", "14", "Android", "12", "Mobile"),
        new("Mozilla/5.0 (Linux; Android 11; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/126.2.7 like Chrome/126.0.6478.122 Safari/537.36", "Amazon Silk", "126.2", "Android", "11", "Tablet"),
        new("Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/127.0.6533.103 Mobile DuckDuckGo/5 Safari/537.36", "DuckDuckGo", "5", "Android", "14", "Mobile"),
        new(MacWebKit + "Version/17.5 Safari/605.1.15 Ddg/17.5", "DuckDuckGo", "17.5", "macOS", "10.15", "Desktop"),
        new(IPhone + "GSA/331.0.665236494 Mobile/15E148 Safari/604.1", "Google App", "331", "iOS", "17.5", "Mobile"),
        new("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko", "Internet Explorer", "11", "Windows", "10", "Desktop"),
        new("Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Win64; x64; Trident/6.0; Touch; Tablet PC 2.0)", "Internet Explorer", "10", "Windows", "8", "Desktop"),
        new("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15 Epiphany/605.1.15", "Epiphany", "605.1", "Linux", "", "Desktop"),

        // In applications
        new(IPhone + "Mobile/15E148 Instagram 344.0.0.21.99 (iPhone14,5; iOS 17_5_1; en_US; en; scale=3.00; 1170x2532; 625745834)", "Instagram", "344", "iOS", "17.5", "Mobile"),
        new(IPhone + "Mobile/15E148 [FBAN/FBIOS;FBAV/476.0.0.38.98;FBBV/636374524;FBDV/iPhone14,7;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/en_US;FBOP/5;FBRV/638512364]", "Facebook", "476", "iOS", "17.5", "Mobile"),
        new("Mozilla/5.0 (Linux; Android 14; SM-A546B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/127.0.6533.103 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/477.0.0.53.80;]", "Facebook", "477", "Android", "14", "Mobile"),

        // Neither desks nor pockets
        new("Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) 94.0.4606.31/7.0 TV Safari/537.36", null, null, "Tizen", "7", "TV"),
        new("Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 WebAppManager", "Chrome", "94", null, null, "TV"),
        new("Mozilla/5.0 (Linux; Android 9; AFTKA Build/PS7633; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/108.0.5359.160 Mobile Safari/537.36", "Chrome WebView", "108", "Android", "9", "TV"),
        new("Mozilla/5.0 (PlayStation; PlayStation 5/9.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Safari/605.1.15", null, null, null, null, "Console"),
        new("Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0", "Edge", "128", "Windows", "10", "Console"),
        new("Mozilla/5.0 (Nintendo Switch; WifiWebAuthApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.21.3 NintendoBrowser/5.1.0.22474", null, null, null, null, "Console"),
        new("Mozilla/5.0 (Linux; Android 11; SM-R890) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 Chrome/108.0.5359.128 Mobile Safari/537.36", "Samsung Internet", "4", "Android", "11", "Wearable"),
    ];

    /// <summary>Null where the patterns' answer is nobody's business.</summary>
    internal sealed record Browser(string UserAgent, string? Name, string? Version, string? System, string? SystemVersion, string Device);
}
