using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Visits;

public sealed class VisitIdTimeTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_id_has_the_visits_time()
    {
        var id = VisitId.Of(1, "", _now);

        Assert.Equal(_now.ToUnixTimeMilliseconds(), VisitIdTime.Of(id));
        Assert.True(VisitIdTime.IsIn(Occurred(id)));
    }

    [Theory]
    [InlineData(-47)]
    [InlineData(47)]
    public void The_time_of_a_clients_clock_that_is_believed_is_close_enough(int hours)
    {
        var time = _now.AddHours(hours).ToUnixTimeMilliseconds();

        var id = VisitId.Of(1, $"{Base36(time)}-abc", _now);

        Assert.Equal(time, VisitIdTime.Of(id));
        Assert.True(VisitIdTime.IsIn(Occurred(id)));
    }

    [Fact]
    public void An_id_without_a_time_is_told_apart() =>
        Assert.False(VisitIdTime.IsIn(Occurred(VisitId.Of(1, "order-4711", _now))));

    [Fact]
    public void An_id_of_version_7_has_its_time_too()
    {
        var id = Guid.CreateVersion7(_now);

        Assert.Equal(_now.ToUnixTimeMilliseconds(), VisitIdTime.Of(id));
        Assert.True(VisitIdTime.IsIn(Occurred(id)));
    }

    [Fact]
    public void Ids_are_in_the_order_of_their_time_and_begin_alike()
    {
        var ids = Enumerable.Range(0, 50).Select(i => VisitId.New(_now.AddMilliseconds(i))).ToList();

        Assert.Equal(ids, ids.Order());
        Assert.All(ids, id => Assert.StartsWith("00000000-0000-", id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_times_of_ids_of_all_kinds_are_in_their_range()
    {
        Guid[] ids = [VisitId.New(_now), Guid.CreateVersion7(_now.AddHours(-1)), VisitId.New(_now.AddHours(1))];

        Assert.Equal((_now.AddHours(-1).ToUnixTimeMilliseconds(), _now.AddHours(1).ToUnixTimeMilliseconds()), VisitIdTime.Range(ids));
    }

    private static Visit Occurred(Guid id) => new() { Id = id, OccurredAt = _now.ToUnixTimeMilliseconds() };

    private static string Base36(long number) =>
        number == 0 ? "" : Base36(number / 36) + "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % 36)];
}
