#:sdk Microsoft.NET.Sdk.Web
#:project ../BlazorTracking.App/BlazorTracking.App.csproj
#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0047;CA1305;CS1591;CA1303;CA5394

// What it costs to open a dashboard. Repeat with:  dotnet run -c Release benchmarks/reading.cs -- [visits] [folder]
// Writes the visits of one site over 90 days to a SQLite file in the folder (kept and used again when it is there),
// then reads what a dashboard of 30 days shows, cold and warm. CPU time is given beside the clock's: on a busy machine
// only the former can be compared.

using System.Diagnostics;
using BlazorTracking.Data;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

var count = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
var folder = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "blazortracking-reading");
const int SiteId = 1;
const int Days = 90;
var end = new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

var builder = WebApplication.CreateSlimBuilder([$"--Data:Directory={folder}"]);
builder.Logging.ClearProviders();
builder.Services.AddSingleton<TimeProvider>(new FixedClock(end));
builder.AddData();
builder.AddVisits();
builder.AddStats();
await using var app = builder.Build();
await app.PrepareDatabaseAsync();
var store = app.Services.GetRequiredService<IVisitStore>();
var reader = app.Services.GetRequiredService<StatsReader>();

if (!await reader.HasVisitsAsync(SiteId, default))
{
    var watch = Stopwatch.StartNew();
    foreach (var batch in Generate(count).Chunk(5_000))
    {
        await store.AppendAsync(batch, default);
    }

    Console.WriteLine($"{count:N0} visits written in {watch.Elapsed.TotalSeconds:F1} s");
}

Console.WriteLine($"database: {new DirectoryInfo(folder).EnumerateFiles("tracking.db*").Sum(file => file.Length) / 1e6:N0} MB");

var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
Dimension[] panels = [Dimension.Source, Dimension.Page, Dimension.Country, Dimension.Browser, Dimension.OperatingSystem, Dimension.Device, Dimension.Event, Dimension.EntryPage];
foreach (var kind in new[] { RangeKind.Last30Days, RangeKind.Today, RangeKind.Last90Days })
{
    var query = new StatsQuery(SiteId, new RangeChoice(kind).Resolve(zone, end), []);
    await Measure($"{kind}: the dashboard, first time", () => reader.ReadSnapshotAsync(query, panels, 100, default));
    await Measure($"{kind}: the dashboard", () => reader.ReadSnapshotAsync(query, panels, 100, default));
    await Measure($"{kind}: totals", () => reader.ReadTotalsAsync(query, default));
    await Measure($"{kind}: chart", () => reader.ReadChartAsync(query, default));
    foreach (var dimension in new[] { Dimension.Country, Dimension.Page, Dimension.EntryPage, Dimension.ExitPage, Dimension.Event, Dimension.City })
    {
        await Measure($"{kind}: totals and {dimension}", () => reader.ReadBreakdownAsync(query, dimension, 100, default));
    }

    var filtered = query with { Filters = [VisitFilter.Is(Dimension.Page, "/page-7")] };
    await Measure($"{kind}: the dashboard of one page", () => reader.ReadSnapshotAsync(filtered, panels, 100, default));
    var bySource = query with { Filters = [VisitFilter.Is(Dimension.Source, "Google")] };
    await Measure($"{kind}: the dashboard of one source", () => reader.ReadSnapshotAsync(bySource, panels, 100, default));
    await Measure($"{kind}: one goal", () => reader.ReadConversionsAsync(query, [new(ConditionKind.Page, "/page-1*")], false, default));
    await Measure($"{kind}: twenty goals", () => reader.ReadConversionsAsync(query, [.. Enumerable.Range(0, 20).Select(number => new VisitCondition(ConditionKind.Page, $"/page-{number}"))], false, default));
    await Measure($"{kind}: a funnel of eight steps", () => reader.ReadFunnelAsync(query, [.. Enumerable.Range(0, 8).Select(_ => new VisitCondition(ConditionKind.Page, "/*"))], false, default));
    await Measure($"{kind}: a journey", () => reader.ReadJourneyAsync(query, "/page-7", 5, false, default));
    await Measure($"{kind}: a page of the log", () => reader.ReadLogAsync(new LogQuery(query), default));
    await Measure($"{kind}: a search in the log", () => reader.ReadLogAsync(new LogQuery(query, Search: "page-7"), default));
}

await Measure("Online", () => reader.ReadOnlineAsync(SiteId, default));

static async Task Measure<T>(string what, Func<Task<T>> read)
{
    using var process = Process.GetCurrentProcess();
    var cpu = process.TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    await read();
    watch.Stop();
    process.Refresh();
    Console.WriteLine($"{what,-48} {watch.Elapsed.TotalMilliseconds,8:N0} ms {(process.TotalProcessorTime - cpu).TotalMilliseconds,8:N0} ms CPU");
}

// Visitors with a session a day of one to eight visits, heavy-tailed pages and sources.
IEnumerable<Visit> Generate(int visits)
{
    var random = new Random(7);
    var begin = end.AddDays(-Days).ToUnixTimeMilliseconds();
    var step = (end.ToUnixTimeMilliseconds() - begin) / (double)visits;
    var sessions = new List<Visit>();
    long lastId = 0;
    for (var number = 0; number < visits; number++)
    {
        var at = begin + (long)(number * step);
        sessions.RemoveAll(session => at - session.OccurredAt > 20 * 60_000);
        var previous = sessions.Count > 20 && random.Next(3) > 0 ? sessions[random.Next(sessions.Count)] : null;
        if (previous is not null)
        {
            sessions.Remove(previous);
        }

        var isEvent = random.Next(12) == 0;
        var visit = (previous ?? Session(random, ++lastId)) with
        {
            Id = Guid.NewGuid(),
            OccurredAt = at,
            Event = isEvent ? $"Event {Tail(random, 8)}" : Visit.PageLoad,
            Path = $"/page-{Tail(random, 2000)}",
            NewVisitor = previous is null ? 1 : 0,
            NewPageVisitor = isEvent ? 0 : 1,
            NewSession = previous is null ? 1 : 0,
            SessionStartedAt = previous?.SessionStartedAt ?? at,
            Bounce = previous is null ? (isEvent ? 0 : 1) : previous.Bounce == 1 ? -1 : 0,
            DurationMs = previous is null ? 0 : at - previous.OccurredAt,
            PreviousPath = previous is null || isEvent ? "" : previous.Path,
        };
        sessions.Add(visit);
        yield return visit;
    }
}

static Visit Session(Random random, long id) => new()
{
    SiteId = SiteId,
    Hostname = "www.example.org",
    VisitorId = id * 7_919,
    SessionId = id * 104_729,
    ReferrerHost = $"referrer{Tail(random, 400)}.example.com",
    ReferrerPath = $"/some/path/{Tail(random, 3000)}",
    Source = new[] { "", "Google", "Bing", "Hacker News", "Reddit" } is var sources && random.Next(4) > 0 ? sources[Tail(random, 5)] : $"referrer{Tail(random, 400)}.example.com",
    Channel = new[] { "Direct", "Organic search", "Referral", "Social" }[Tail(random, 4)],
    Country = $"{(char)('A' + Tail(random, 13))}{(char)('A' + Tail(random, 13))}",
    Region = $"Region {Tail(random, 300)}",
    City = $"City {Tail(random, 3000)}",
    Latitude = random.NextDouble() * 90,
    Longitude = random.NextDouble() * 180,
    Browser = new[] { "Chrome", "Safari", "Firefox", "Edge", "Samsung Internet" }[Tail(random, 5)],
    BrowserVersion = $"{140 - Tail(random, 30)}.0",
    OperatingSystem = new[] { "Windows", "Android", "iOS", "Mac OS X", "Linux" }[Tail(random, 5)],
    OperatingSystemVersion = $"{Tail(random, 12)}",
    Device = new[] { "Desktop", "Mobile", "Tablet" }[Tail(random, 3)],
    Screen = new[] { "Desktop", "Mobile", "Laptop" }[Tail(random, 3)],
    Language = new[] { "en-US", "de", "fr", "es", "pt-BR" }[Tail(random, 5)],
};

// 0 to below the limit, small numbers far more often.
static int Tail(Random random, int limit) => (int)(limit * Math.Pow(random.NextDouble(), 3));

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
