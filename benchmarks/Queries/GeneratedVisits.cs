using BlazorTracking.Features.Visits;

namespace BlazorTracking.Benchmarks;

/// <summary>
/// The visits of one site over 90 days, the same in every run: 200 000 sessions a million visits, as many visitors, each
/// with five visits on average, 500 paths of which the n-th is asked for 1/n as often as the first, 50 referrers, 15
/// browsers, 100 countries, every twelfth visit an event.
/// </summary>
internal static class GeneratedVisits
{
    public const int SiteId = 1;
    public const int Days = 90;

    /// <summary>A country of some, and a page of some.</summary>
    public const string SomeCountry = "AC";
    public const string SomePath = "/section-003/page.html";

    public static DateTimeOffset End { get; } = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    private const long FirstSession = 0x42B2AE3D27D4EB4F;
    private const int VisitsPerSession = 5;
    private const int Paths = 500;
    private const long LongestPause = 8 * 60_000L;

    private static readonly double[] _pathShares = Zipf(Paths);
    private static readonly double[] _countryShares = Zipf(100);
    private static readonly double[] _referrerShares = Zipf(51);
    private static readonly double[] _browserShares = Zipf(15);
    private static readonly string[] _systems = ["Windows", "Android", "iOS", "macOS", "Linux"];
    private static readonly string[] _devices = ["Desktop", "Mobile", "Tablet"];
    private static readonly string[] _screens = ["Desktop", "Mobile", "Laptop", "Tablet"];
    private static readonly string[] _languages = ["en-US", "de", "fr", "es", "pt-BR", "ja", "nl", "it"];

    /// <summary>In the order of time, up to <see cref="End"/> and as far beyond it as its sessions last.</summary>
    public static IEnumerable<Visit> Create(int count)
    {
        var random = new Random(7);
        var lengths = Lengths(random, count);
        var begin = End.AddDays(-Days).ToUnixTimeMilliseconds();
        var step = (End.ToUnixTimeMilliseconds() - begin) / (double)lengths.Count;
        var open = new PriorityQueue<(Visit Visit, int Following), long>();
        var pages = new Dictionary<long, HashSet<string>>();
        for (var number = 0; number < lengths.Count || open.Count > 0; number++)
        {
            var at = begin + (long)(number * step);
            while (open.TryPeek(out _, out var due) && (due <= at || number >= lengths.Count))
            {
                var (visit, following) = open.Dequeue();
                var seen = pages.GetValueOrDefault(visit.VisitorId) ?? (pages[visit.VisitorId] = []);
                yield return visit with { NewPageVisitor = visit.IsPageView && seen.Add(visit.Path) ? 1 : 0 };
                if (following > 0)
                {
                    var next = Next(random, visit);
                    open.Enqueue((next, following - 1), next.OccurredAt);
                }
                else
                {
                    pages.Remove(visit.VisitorId);
                }
            }

            if (number < lengths.Count)
            {
                open.Enqueue((First(random, number, at), lengths[number] - 1), at);
            }
        }
    }

    // How many visits each session has: one, and after each of them another in four of five cases.
    private static List<int> Lengths(Random random, int count)
    {
        var lengths = new List<int>(count / VisitsPerSession);
        for (var left = count; left > 0; left -= lengths[^1])
        {
            var length = 1;
            while (length < left && random.Next(VisitsPerSession) > 0)
            {
                length++;
            }

            lengths.Add(length);
        }

        return lengths;
    }

    private static Visit First(Random random, int number, long at)
    {
        var referrer = Pick(random, _referrerShares);
        var browser = Pick(random, _browserShares);
        var country = Pick(random, _countryShares);
        return new Visit
        {
            Id = NewId(at),
            SiteId = SiteId,
            OccurredAt = at,
            Hostname = "www.example.org",
            Path = $"/section-{Pick(random, _pathShares):000}/page.html",
            VisitorId = (long)((ulong)(number + 1) * 0x9E3779B97F4A7C15 >> 16),
            SessionId = FirstSession + number,
            NewVisitor = 1,
            NewSession = 1,
            SessionStartedAt = at,
            Bounce = 1,
            ReferrerHost = referrer == 0 ? "" : $"referrer-{referrer}.example.com",
            ReferrerPath = referrer == 0 ? "" : "/",
            Source = referrer == 0 ? "" : $"Referrer {referrer}",
            Channel = referrer == 0 ? "Direct" : referrer < 5 ? "Organic search" : referrer < 10 ? "Social" : "Referral",
            UtmCampaign = random.Next(20) == 0 ? $"campaign-{random.Next(10)}" : "",
            Country = $"{(char)('A' + (country / 10))}{(char)('A' + (country % 10))}",
            Region = $"Region {country}-{random.Next(5)}",
            City = $"City {country}-{random.Next(20)}",
            Latitude = random.Next(-60, 60),
            Longitude = random.Next(-180, 180),
            Browser = $"Browser {browser}",
            BrowserVersion = $"{140 - random.Next(12)}",
            OperatingSystem = _systems[random.Next(_systems.Length)],
            OperatingSystemVersion = $"{random.Next(10)}",
            Device = _devices[random.Next(_devices.Length)],
            Screen = _screens[random.Next(_screens.Length)],
            Language = _languages[random.Next(_languages.Length)],
        };
    }

    private static Visit Next(Random random, Visit previous)
    {
        var at = previous.OccurredAt + random.NextInt64(1_000, LongestPause);
        var isEvent = random.Next(12) == 0;
        return previous with
        {
            Id = NewId(at),
            OccurredAt = at,
            Event = isEvent ? $"Event {random.Next(8)}" : Visit.PageLoad,
            Path = isEvent ? previous.Path : $"/section-{Pick(random, _pathShares):000}/page.html",
            NewVisitor = 0,
            NewSession = 0,
            Bounce = previous.NewSession == 1 ? -1 : 0,
            DurationMs = at - previous.OccurredAt,
            PreviousPath = isEvent ? "" : previous.Path,
        };
    }

    // As those of the tracking script: numbers in a row, which other beacons get, a column store packs better.
    private static Guid NewId(long at)
    {
        Span<byte> chance = stackalloc byte[VisitIdTime.DistinctionLength];
        Random.Shared.NextBytes(chance);
        return VisitIdTime.Compose(at, chance);
    }

    // The sum of the shares of the first values, so that a random number is looked up in it.
    private static double[] Zipf(int values)
    {
        var sums = new double[values];
        for (var (value, sum) = (0, 0.0); value < values; value++)
        {
            sums[value] = sum += 1.0 / (value + 1);
        }

        return sums;
    }

    private static int Pick(Random random, double[] sums)
    {
        var place = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return place < 0 ? ~place : place;
    }
}
