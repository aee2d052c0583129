namespace BlazorTracking.Features.Demo;

/// <summary>The documentation of a developers' tool: workdays, desktops, the whole world, downloads.</summary>
internal static class DemoDocs
{
    public static DemoSite Site { get; } = new()
    {
        Name = "Quillcast Docs",
        BaseUrl = "https://docs.quillcast.example",
        TimeZone = "America/New_York",
        RecognisesVisitors = true,
        SessionsPerDay = 360,
        Growth = 2.6,
        ReadingSeconds = 62,
        Hours = [2.6, 2.4, 2.8, 3.2, 3.6, 3.8, 3.9, 4.2, 5.0, 6.0, 6.4, 6.2, 5.4, 5.8, 6.2, 6.0, 5.4, 4.4, 3.4, 3.0, 2.9, 2.8, 2.7, 2.6],
        Weekdays = [0.48, 1.16, 1.24, 1.25, 1.21, 1.06, 0.50],
        Agents = new([(88, DemoAgents.Workstation), (11, DemoAgents.Telephone), (1, DemoAgents.Tablet)]),
        Countries = new(
        [
            (31, "US"), (11, "IN"), (9, "DE"), (7, "GB"), (5, "CA"), (5, "FR"), (4, "BR"), (3.5, "NL"), (3, "PL"), (3, "JP"),
            (2.6, "AU"), (2.4, "ES"), (2, "SE"), (1.8, "IT"), (1.5, "CH"), (1.4, "KR"), (1.3, "SG"), (1.2, "AT"), (1, "PT"), (1, "CZ"),
            (0.9, "NO"), (0.8, "DK"), (0.8, "AR"), (0.7, "MX"), (0.6, "FI"), (0.6, "IE"), (0.5, "NZ"), (0.5, "ZA"), (0.5, "TW"),
        ]),
        Sources = new(
        [
            (38, new DemoSource("https://www.google.com/", 0.50)),
            (24, new DemoSource("", 0.38)),
            (11, new DemoSource("https://github.com/quillcast/quillcast", 0.34)),
            (7, new DemoSource("https://chatgpt.com/", 0.44)),
            (3, new DemoSource("https://claude.ai/", 0.42)),
            (4, new DemoSource("https://stackoverflow.com/questions/how-to-stream-logs", 0.56)),
            (3, new DemoSource("https://duckduckgo.com/", 0.47)),
            (2.5, new DemoSource("https://www.bing.com/", 0.52)),
            (2, new DemoSource("https://www.reddit.com/r/selfhosted/comments/quillcast", 0.60)),
            (1.6, new DemoSource("https://www.youtube.com/", 0.48, Entry: "/start/quick-start")),
            (1.4, new DemoSource("", 0.36, "utm_source=release-notes&utm_medium=email&utm_campaign=v4", "/changelog")),
            (1.2, new DemoSource("https://kagi.com/", 0.44)),
            (0.8, new DemoSource("https://www.linkedin.com/", 0.62)),
        ]),
        Pages =
        [
            "/", "/start/install", "/start/quick-start", "/reference/configuration", "/guides/authentication", "/reference/cli", "/reference/api",
            "/guides/docker", "/changelog", "/guides/kubernetes", "/reference/events", "/guides/webhooks", "/start/concepts", "/guides/migration-v4",
            "/reference/errors", "/guides/performance", "/guides/backups", "/download", "/guides/reverse-proxy", "/reference/metrics",
            "/guides/plugins", "/reference/limits", "/guides/troubleshooting", "/guides/single-sign-on", "/start/upgrade", "/reference/schema",
            "/guides/testing", "/faq", "/guides/windows", "/reference/glossary", "/contribute", "/security", "/license",
        ],
        ReadPages = ("Read a guide", "/guides/*"),
        Goals =
        [
            new("Download", 0.11, ["/download"], new(
            [
                (5, """{"platform":"linux-x64","version":"4.2.0"}"""),
                (3, """{"platform":"macos-arm64","version":"4.2.0"}"""),
                (3, """{"platform":"windows-x64","version":"4.2.0"}"""),
                (1, """{"platform":"linux-arm64","version":"4.1.3"}"""),
            ])),
            new("Copy snippet", 0.22, [], new(
            [
                (4, """{"language":"bash"}"""), (3, """{"language":"csharp"}"""), (2, """{"language":"yaml"}"""), (1, """{"language":"python"}"""),
            ])),
            new("Helpful", 0.05, [], new([(4, """{"answer":"yes"}"""), (1, """{"answer":"no"}""")])),
        ],
        Peaks =
        [
            new(24, 3.4, new DemoSource("https://news.ycombinator.com/item", 0.58, Entry: "/guides/migration-v4")),
            new(62, 0.9, new DemoSource("https://lobste.rs/s/quillcast", 0.50, Entry: "/guides/performance")),
        ],
    };
}
