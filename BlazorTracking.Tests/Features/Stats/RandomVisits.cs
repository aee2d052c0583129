using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace BlazorTracking.Tests.Features.Stats;

/// <summary>A site's random past and a random question about it.</summary>
public sealed record RandomVisits(string ZoneId, DateTimeOffset Begin, IReadOnlyList<RandomVisits.Step> Steps, RangeKind Kind, int CustomDays, IReadOnlyList<VisitFilter> Filters)
{
    private static readonly string[] _zones =
        ["Etc/UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "Africa/Cairo", "Pacific/Kiritimati"];

    // Changes of the clock in one or the other of the zones, and days without one.
    private static readonly string[] _begins =
        ["2026-03-07T20:00Z", "2026-03-28T12:00Z", "2026-04-04T02:00Z", "2026-04-23T06:00Z", "2026-09-05T09:00Z", "2026-10-24T11:00Z", "2026-10-31T15:00Z", "2026-12-30T23:00Z", "2026-06-15T00:00Z"];

    private static readonly string[] _texts = ["", "a", "A", "ä", "a b", "o'; DROP TABLE x--", "100%_~", "[x]", "🦊", "\\", "\"q\"", "<b>"];

    private static readonly string[] _paths = ["/", "/a", "/A", "/a/b", "/100%_~[x]", "/ä🦊", "/o'"];

    private static readonly string[] _patterns = ["/", "/*", "*", "*a", "/a*b", "*/*", "a*", "*a*", "*ä*", "/A", "*o'*", "**", "/100%_~[x]*", "*🦊", "*.org", "/a/*/b"];

    private static readonly string[] _events = [Visit.PageLoad, Visit.PageLoad, Visit.PageLoad, Visit.PageLoad, "Signup", "signup", "o'; --", "🦊"];

    // Properties have tests of their own.
    private static readonly Dimension[] _dimensions = [.. Enum.GetValues<Dimension>().Except([Dimension.Property])];

    public static Arbitrary<RandomVisits> Arbitrary { get; } = Arb.From(Generator(), Smaller);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>A few of the dimensions; all of them together are asked for over many pasts.</summary>
    public IReadOnlyList<Dimension> Dimensions => [.. Enumerable.Range(0, 5).Select(number => _dimensions[(Steps.Sum(step => step.Gap % 1009) + (number * 5)) % _dimensions.Length]).Distinct()];

    /// <summary>The minute of the last visit, when the question is asked.</summary>
    public DateTimeOffset Now => Begin.AddMilliseconds(Steps.Sum(step => step.Gap) + 1);

    public IReadOnlyList<Visit> Visits(int siteId)
    {
        var builder = new VisitBuilder(siteId, Zone);
        var at = Begin;
        foreach (var step in Steps)
        {
            at = at.AddMilliseconds(step.Gap);
            builder.Event(step.Person, at, step.Event, step.Path, step.Session, step.Hostname);
        }

        return builder.Visits;
    }

    public StatsQuery Query(int siteId)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Begin, Zone).DateTime);
        return new StatsQuery(siteId, StatsRange.Resolve(Kind, today.AddDays(-CustomDays - 1), today.AddDays(-1), Zone, Now, first), Filters);
    }

    public override string ToString() =>
        $"{ZoneId}, {Kind} {CustomDays}, [{string.Join("; ", Filters.Select(filter => $"{filter.Dimension} {filter.Operator} {string.Join('|', filter.Values)}"))}], from {Begin:u}:\n{string.Join('\n', Steps)}";

    /// <summary>Two to eight steps of a funnel, or as many goals.</summary>
    public IReadOnlyList<VisitCondition> Conditions
    {
        get
        {
            var seed = Steps.Sum(step => step.Gap % 997) + CustomDays;
            return [.. Enumerable.Range(0, 2 + (seed % 7)).Select(number => (seed + (number * 7)) % 5 < 4
                ? new VisitCondition(ConditionKind.Page, number % 3 == 0 ? _patterns[(seed + number) % _patterns.Length] : _paths[(seed + number) % _paths.Length])
                : new VisitCondition(ConditionKind.Event, _events[4 + ((seed + number) % 4)]))];
        }
    }

    public static IReadOnlyList<string> Paths => _paths;

    private static Gen<RandomVisits> Generator() =>
        from zone in Gen.Elements(_zones)
        from begin in Gen.Elements(_begins)
        from count in Gen.Choose(0, 60)
        from steps in Gen.ListOf(RandomStep(), count)
        from kind in Gen.Elements(Enum.GetValues<RangeKind>())
        from days in Gen.Choose(0, 4)
        from filterCount in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Constant(2)))
        from filters in Gen.ListOf(Filter(), filterCount)
        select new RandomVisits(zone, DateTimeOffset.Parse(begin), [.. steps], kind, days, [.. filters]);

    private static Gen<Step> RandomStep() =>
        from gap in Gen.Frequency(
            (1, Gen.Constant(0)),
            (8, Gen.Choose(1, 20 * 60_000)),
            (2, Gen.Choose(29 * 60_000, 31 * 60_000)),
            (3, Gen.Choose(1, 12 * 3_600_000)))
        from person in Gen.Elements("Ada", "Bob", "Cy")
        from name in Gen.Elements(_events)
        from path in Gen.Elements(_paths)
        from host in Gen.Elements("example.org", "shop.example.org")
        from texts in Gen.ArrayOf(Gen.Elements(_texts), 8)
        select new Step(gap, person, name, path, host, texts);

    private static Gen<VisitFilter> Filter() =>
        from dimension in Gen.Elements(_dimensions)
        from condition in Gen.Elements(Enum.GetValues<FilterOperator>())
        from values in Gen.NonEmptyListOf(condition == FilterOperator.Matches ? Gen.Elements(_patterns) : dimension switch
        {
            Dimension.Page or Dimension.EntryPage or Dimension.ExitPage => Gen.Elements(_paths),
            Dimension.Event => Gen.Elements(_events),
            Dimension.Hostname => Gen.Elements("example.org", "shop.example.org", "shop"),
            _ => Gen.Elements([.. _texts, "a ", " "]),
        })
        select new VisitFilter(dimension, condition, [.. values.Take(3)]);

    private static IEnumerable<RandomVisits> Smaller(RandomVisits visits)
    {
        for (var filter = 0; filter < visits.Filters.Count; filter++)
        {
            yield return visits with { Filters = [.. visits.Filters.Where((_, i) => i != filter)] };
        }

        for (var step = 0; step < visits.Steps.Count; step++)
        {
            yield return visits with { Steps = [.. visits.Steps.Where((_, i) => i != step)] };
        }
    }

    public sealed record Step(int Gap, string Person, string Event, string Path, string Hostname, string[] Texts)
    {
        public Visit Session => new()
        {
            Source = Texts[0],
            ReferrerHost = Texts[1],
            ReferrerPath = Texts[2],
            Country = Texts[3].Length > 0 && char.IsAscii(Texts[3][0]) ? "DE" : "",
            Browser = Texts[4],
            BrowserVersion = Texts[4].Length == 0 ? "" : Texts[5],
            UtmCampaign = Texts[6],
            Language = Texts[7],
        };

        public override string ToString() => $"+{Gap} {Person} {Event} {Path} {Hostname} {string.Join('|', Texts)}";
    }
}
