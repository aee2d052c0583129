namespace BlazorTracking.Features.Demo;

/// <summary>A traveller's blog in Japan: telephones, social networks, evenings, one post that everybody reads.</summary>
internal static class DemoBlog
{
    public static DemoSite Site { get; } = new()
    {
        Name = "Slow Trains",
        BaseUrl = "https://slow-trains.example",
        TimeZone = "Asia/Tokyo",
        SessionsPerDay = 160,
        Growth = 2.2,
        ReadingSeconds = 85,
        Hours = [3.0, 2.0, 1.3, 1.0, 1.0, 1.6, 3.0, 4.6, 4.8, 4.2, 4.0, 4.4, 5.6, 4.6, 4.0, 4.0, 4.4, 5.0, 5.6, 6.4, 7.2, 7.6, 6.8, 4.8],
        Weekdays = [1.30, 0.92, 0.88, 0.90, 0.92, 0.98, 1.20],
        Agents = new([(27, DemoAgents.Desktop), (65, DemoAgents.Telephone), (8, DemoAgents.Tablet)]),
        Countries = new(
        [
            (38, "JP"), (16, "US"), (7, "GB"), (6, "AU"), (5, "DE"), (4, "TW"), (4, "FR"), (3.4, "CA"), (3, "SG"), (2.6, "KR"),
            (2, "NL"), (2, "CH"), (1.6, "IT"), (1.4, "ES"), (1.2, "NZ"), (1, "SE"), (0.8, "BR"), (0.6, "NO"),
        ]),
        Sources = new(
        [
            (30, new DemoSource("https://www.google.co.jp/", 0.60)),
            (17, new DemoSource("", 0.46)),
            (12, new DemoSource("https://l.instagram.com/", 0.66)),
            (9, new DemoSource("https://www.pinterest.com/", 0.65)),
            (7, new DemoSource("https://www.youtube.com/", 0.54)),
            (6, new DemoSource("https://t.co/", 0.66)),
            (5, new DemoSource("", 0.34, "utm_source=newsletter&utm_medium=email&utm_campaign=sunday-letter")),
            (5, new DemoSource("https://search.yahoo.co.jp/", 0.58)),
            (4, new DemoSource("https://www.reddit.com/r/JapanTravel/comments/slow", 0.57)),
            (2.4, new DemoSource("https://bsky.app/", 0.55)),
            (2, new DemoSource("https://www.bing.com/", 0.57)),
            (1.4, new DemoSource("https://railway-notes.example/links", 0.40)),
        ]),
        Pages =
        [
            "/night-train-to-the-north", "/", "/a-week-without-a-plane", "/the-slowest-line-in-hokkaido", "/packing-for-rain", "/station-lunches",
            "/about", "/one-pass-nine-prefectures", "/window-seats", "/the-last-steam-engine", "/kyoto-in-february", "/ferries-and-trains",
            "/photography-from-a-moving-train", "/what-a-ticket-costs", "/letters", "/islands-by-rail", "/timetables-explained", "/archive",
        ],
        Goals =
        [
            new("Subscribe", 0.06, ["/letters"], new([(1, """{"list":"sunday-letter"}""")])),
            new("Play video", 0.12, [], new([(3, """{"video":"night-train"}"""), (2, """{"video":"steam"}""")])),
            new("Outbound link", 0.10, [], new([(3, """{"host":"timetable.example"}"""), (2, """{"host":"maps.example"}""")])),
        ],
        Peaks =
        [
            new(33, 2.6, new DemoSource("https://www.reddit.com/r/trains/comments/night", 0.62, Entry: "/night-train-to-the-north")),
            new(8, 1.5, new DemoSource("https://mastodon.social/", 0.56, Entry: "/the-slowest-line-in-hokkaido")),
        ],
    };
}
