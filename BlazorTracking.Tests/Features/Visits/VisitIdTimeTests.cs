using BlazorTracking.Features.Beacons;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Features.Visits;

public sealed class VisitIdTimeTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_id_begins_with_the_visits_time()
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

    private static Visit Occurred(Guid id) => new() { Id = id, OccurredAt = _now.ToUnixTimeMilliseconds() };

    private static string Base36(long number) =>
        number == 0 ? "" : Base36(number / 36) + "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % 36)];
}
