using BlazorTracking.Features.Commands.Formats;
using BlazorTracking.Features.Visits;
using BlazorTracking.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace BlazorTracking.Tests.Features.Commands.Formats;

/// <summary>Every format gives back what was written, to the last unit.</summary>
public sealed class VisitFormatsTests
{
    private static readonly string[] _texts =
    [
        "", "/", "a,b", "\"", "\"\"", "a\"b,\"c", "=1+1", "+1", "-1", "@SUM(A1)", "'", "''=1", "\tx", "\rx", "a\r\nb", "\n", " x ", "ä🦊", "＝1", "null", "{\"a\":\"b\"}", "\u2028", "\\n", "<b>", "\uFEFFx",
    ];

    public static TheoryData<string> Formats => [.. VisitFormats.ByName.Keys];

    public static Arbitrary<Visit[]> Visits { get; } = Arb.From(Gen.ArrayOf(RandomVisit()));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Random_visits_come_back_as_they_were(string format) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Visits, visits => Assert.Equal(visits, RoundTripAsync(format, visits).GetAwaiter().GetResult())));

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Thousands_of_visits_come_back_in_their_order(string format)
    {
        Visit[] visits = [.. Enumerable.Range(0, 25_000).Select(i => SampleVisit.Of(1, SampleVisit.Time + i))];

        Assert.Equal(visits, await RoundTripAsync(format, visits));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_file_without_visits_is_read_as_one(string format) => Assert.Empty(await RoundTripAsync(format, []));

    private static async Task<List<Visit>> RoundTripAsync(string format, Visit[] visits)
    {
        using var stream = new MemoryStream();
        await using (var writer = await VisitFormats.ByName[format].CreateAsync(stream, CancellationToken.None))
        {
            foreach (var page in visits.Chunk(10_000))
            {
                await writer.WriteAsync(page, CancellationToken.None);
            }
        }

        stream.Position = 0;
        var lines = await VisitFormats.ByName[format].ReadAsync("file", stream, CancellationToken.None).ToListAsync();
        Assert.All(lines, line => Assert.Equal("", line.Reason));
        return [.. lines.Select(line => line.Visit!)];
    }

    private static Gen<Visit> RandomVisit() =>
        from id in ArbMap.Default.GeneratorFor<Guid>()
        from numbers in Gen.ArrayOf(Gen.OneOf(Gen.Elements(long.MinValue, long.MaxValue, 0L), ArbMap.Default.GeneratorFor<long>()), 3)
        from times in Gen.ArrayOf(Gen.Choose(-1_000_000_000, 2_000_000_000), 2)
        from small in Gen.ArrayOf(Gen.Choose(-1, 1), 3)
        from trust in Gen.Elements(Enum.GetValues<VisitTrust>())
        from latitude in Gen.Elements<double?>(null, 0.0, -90.0, 0.1 + 0.2, 52.52000000000001, double.Epsilon)
        from texts in Gen.ArrayOf(Gen.Elements(_texts), 28)
        select Filled(texts) with
        {
            Id = id,
            SiteId = small[0] + 1,
            OccurredAt = times[0] * 1007L,
            SessionStartedAt = times[1] * 1007L,
            VisitorId = numbers[0],
            SessionId = numbers[1],
            DurationMs = numbers[2],
            NewVisitor = small[0],
            NewSession = small[1],
            Bounce = small[2],
            Trust = trust,
            Latitude = latitude,
            Longitude = -latitude,
        };

    private static Visit Filled(string[] texts)
    {
        var visit = new Visit();
        var fields = VisitField.All.Where(field => field.IsText).ToList();
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i].TryRead(visit, texts[i % texts.Length]);
        }

        return visit;
    }
}
