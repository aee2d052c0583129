namespace BlazorTracking.Features.Demo;

/// <summary>A coffee roaster's shop in Germany: campaigns, evenings, weekends, purchases.</summary>
internal static class DemoShop
{
    public static DemoSite Site { get; } = new()
    {
        Name = "Alpine Coffee",
        BaseUrl = "https://alpine-coffee.example",
        TimeZone = "Europe/Berlin",
        SessionsPerDay = 690,
        Growth = 3.2,
        ReadingSeconds = 38,
        Hours = [1.6, 0.9, 0.6, 0.5, 0.5, 0.9, 2.0, 3.6, 4.6, 5.0, 5.2, 5.2, 5.6, 5.2, 4.8, 4.8, 5.0, 5.6, 6.4, 7.2, 7.8, 7.0, 5.0, 3.0],
        Weekdays = [1.24, 0.96, 0.92, 0.94, 0.95, 0.90, 1.09],
        Agents = new([(36, DemoAgents.Desktop), (59, DemoAgents.Telephone), (5, DemoAgents.Tablet)]),
        Countries = new(
        [
            (52, "DE"), (11, "AT"), (9, "CH"), (5, "GB"), (5, "NL"), (4, "FR"), (3, "IT"), (2.4, "BE"), (2, "DK"), (1.6, "SE"),
            (1.4, "PL"), (1.2, "CZ"), (1, "ES"), (1.6, "US"), (0.6, "NO"), (0.5, "FI"), (0.4, "JP"), (0.3, "IE"),
        ]),
        Sources = new(
        [
            (30, new DemoSource("https://www.google.com/", 0.44)),
            (25, new DemoSource("", 0.40)),
            (7, new DemoSource("https://www.google.com/", 0.50, "gclid=demo&utm_source=google&utm_medium=cpc&utm_campaign=brand", "/")),
            (5, new DemoSource("https://www.google.com/", 0.55, "gclid=demo&utm_source=google&utm_medium=cpc&utm_campaign=espresso-beans", "/coffee/espresso-no-4")),
            (8, new DemoSource("https://l.instagram.com/", 0.64)),
            (3, new DemoSource("https://www.facebook.com/", 0.62, "utm_source=facebook&utm_medium=paid-social&utm_campaign=autumn-sale", "/sale")),
            (7, new DemoSource("", 0.30, "utm_source=newsletter&utm_medium=email&utm_campaign=roast-of-the-month", "/coffee/roast-of-the-month")),
            (4, new DemoSource("https://www.bing.com/", 0.46)),
            (3, new DemoSource("https://www.pinterest.com/", 0.63, Entry: "/guides/pour-over")),
            (2, new DemoSource("https://www.youtube.com/", 0.50, Entry: "/guides/espresso-at-home")),
            (2, new DemoSource("https://duckduckgo.com/", 0.41)),
            (2, new DemoSource("https://chatgpt.com/", 0.38)),
            (1.4, new DemoSource("https://www.idealo.de/preisvergleich/espresso", 0.52, Entry: "/coffee/espresso-no-4")),
            (1.2, new DemoSource("https://coffee-tests.example/espresso-beans-compared", 0.35, Entry: "/coffee/espresso-no-4")),
            (0.8, new DemoSource("https://www.ecosia.org/", 0.42)),
        ]),
        Pages =
        [
            "/", "/coffee", "/coffee/espresso-no-4", "/sale", "/coffee/roast-of-the-month", "/guides/espresso-at-home", "/equipment",
            "/coffee/house-blend", "/subscriptions", "/guides/pour-over", "/coffee/decaf", "/equipment/hand-grinder", "/coffee/ethiopia-guji",
            "/about", "/equipment/moka-pot", "/coffee/colombia-huila", "/shipping", "/guides/storing-beans", "/gift-cards",
            "/equipment/filters", "/coffee/sample-box", "/contact", "/guides/water", "/wholesale", "/imprint", "/privacy",
        ],
        ReadPages = ("View a coffee", "/coffee/*"),
        Goals =
        [
            new("Purchase", 0.075, ["/cart", "/checkout", "/checkout/thank-you"], new(
            [
                (5, """{"product":"Espresso No. 4","value":"14.90","currency":"EUR"}"""),
                (4, """{"product":"House Blend","value":"12.90","currency":"EUR"}"""),
                (3, """{"product":"Roast of the Month","value":"16.50","currency":"EUR"}"""),
                (2, """{"product":"Sample Box","value":"24.00","currency":"EUR"}"""),
                (1, """{"product":"Hand Grinder","value":"89.00","currency":"EUR"}"""),
            ])),
            new("Add to cart", 0.14, ["/cart"], new(
            [
                (5, """{"product":"Espresso No. 4"}"""),
                (4, """{"product":"House Blend"}"""),
                (2, """{"product":"Roast of the Month"}"""),
                (1, """{"product":"Moka Pot"}"""),
            ])),
            new("Newsletter signup", 0.03, [], new([(3, """{"place":"footer"}"""), (1, """{"place":"popup"}""")])),
        ],
        Peaks =
        [
            // Today, so that whoever opens the demonstration sees somebody arrive before long. A note would stand on the day's dot.
            new(0, 2.6, new DemoSource("https://www.youtube.com/", 0.42, "utm_source=youtube&utm_medium=video&utm_campaign=latte-art", "/coffee/espresso-no-4")),
            new(11, 0.9, new DemoSource("", 0.36, "utm_source=newsletter&utm_medium=email&utm_campaign=autumn-sale", "/sale"), "Newsletter: autumn sale"),
            new(46, 1.1, new DemoSource("https://www.instagram.com/", 0.62, "utm_source=instagram&utm_medium=social&utm_campaign=coffee-day", "/coffee/sample-box"), "Coffee day on Instagram"),
        ],
    };
}
