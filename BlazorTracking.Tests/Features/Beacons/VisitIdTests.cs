using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Beacons;

public sealed class VisitIdTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_beacon_of_the_same_site_always_has_the_same_id() =>
        Assert.Equal(VisitId.Of(1, Id(_now, "abc"), _now), VisitId.Of(1, Id(_now, "abc"), _now.AddMinutes(3)));

    [Fact]
    public void Another_site_or_another_beacon_has_another_id()
    {
        var ids = new[] { VisitId.Of(1, Id(_now, "abc"), _now), VisitId.Of(2, Id(_now, "abc"), _now), VisitId.Of(1, Id(_now, "abd"), _now) };

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Ids_of_the_tracking_script_have_their_time() =>
        Assert.Equal(_now.ToUnixTimeMilliseconds(), VisitIdTime.Of(VisitId.Of(1, Id(_now, "abc"), _now.AddHours(3))));

    [Fact]
    public void A_time_that_is_days_off_is_not_believed() =>
        Assert.NotEqual(_now.AddDays(30).ToUnixTimeMilliseconds(), VisitIdTime.Of(VisitId.Of(1, Id(_now.AddDays(30), "abc"), _now)));

    [Theory]
    [InlineData("x")]
    [InlineData("zzzzzzzz-1")]
    [InlineData("________-1")]
    [InlineData("01234567")]
    public void Any_other_text_is_an_id_too(string id) => Assert.NotEqual(Guid.Empty, VisitId.Of(1, id, _now));

    [Fact]
    public void Beacons_without_an_id_never_share_one() =>
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(_ => VisitId.Of(1, "", _now)).Distinct().Count());

    [Fact]
    public void Ids_without_a_time_differ_in_all_their_bits()
    {
        var ids = Enumerable.Range(0, 1_000).Select(number => VisitId.Of(1, $"x{number}", _now).ToByteArray()).ToList();

        Assert.All(Enumerable.Range(0, 128), bit => Assert.InRange(ids.Count(id => (id[bit / 8] & (1 << (bit % 8))) != 0), 400, 600));
    }

    private static string Id(DateTimeOffset at, string random)
    {
        var digits = "";
        for (var rest = at.ToUnixTimeMilliseconds(); rest > 0; rest /= 36)
        {
            digits = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(rest % 36)] + digits;
        }

        return $"{digits}-{random}";
    }
}
