using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Stats;

public sealed class RangeStepTests
{
    // A Wednesday.
    private static readonly DateTimeOffset _now = new(2026, 11, 25, 10, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RangeKind.Today, RangeKind.Yesterday)]
    [InlineData(RangeKind.ThisWeek, RangeKind.LastWeek)]
    [InlineData(RangeKind.ThisMonth, RangeKind.LastMonth)]
    [InlineData(RangeKind.ThisYear, RangeKind.LastYear)]
    public void There_and_back_is_where_one_was(RangeKind from, RangeKind before)
    {
        var back = RangeStep.Before(Range(new(from)), _now);

        Assert.Equal(new RangeChoice(before), back);
        Assert.Equal(new RangeChoice(from), RangeStep.After(Range(back!), _now));
    }

    [Theory]
    [InlineData(RangeKind.Yesterday, "2026-11-23", "2026-11-23")]
    [InlineData(RangeKind.Last7Days, "2026-11-12", "2026-11-18")]
    [InlineData(RangeKind.LastWeek, "2026-11-09", "2026-11-15")]
    [InlineData(RangeKind.LastMonth, "2026-09-01", "2026-09-30")]
    [InlineData(RangeKind.LastYear, "2024-01-01", "2024-12-31")]
    [InlineData(RangeKind.Last12Months, "2024-12-01", "2025-11-30")]
    public void What_has_no_name_is_called_by_its_days(RangeKind kind, string first, string last) =>
        Assert.Equal(new RangeChoice(RangeKind.Custom, DateOnly.Parse(first), DateOnly.Parse(last)), RangeStep.Before(Range(new(kind)), _now));

    [Fact]
    public void Whole_months_step_as_whole_months()
    {
        var range = Range(new(RangeKind.Custom, new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 31)));

        Assert.Equal(new RangeChoice(RangeKind.Custom, new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 31)), RangeStep.Before(range, _now));
    }

    [Fact]
    public void A_step_on_ends_today_at_the_latest()
    {
        var range = Range(new(RangeKind.Custom, new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 19)));

        Assert.Equal(new RangeChoice(RangeKind.Custom, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 25)), RangeStep.After(range, _now));
    }

    [Theory]
    [InlineData(RangeKind.Today)]
    [InlineData(RangeKind.ThisMonth)]
    [InlineData(RangeKind.Last30Days)]
    public void There_is_nothing_after_today(RangeKind kind) => Assert.Null(RangeStep.After(Range(new(kind)), _now));

    [Theory]
    [InlineData(RangeKind.All)]
    [InlineData(RangeKind.Realtime)]
    public void All_time_and_the_last_minutes_have_no_neighbours(RangeKind kind)
    {
        Assert.Null(RangeStep.Before(Range(new(kind)), _now));
        Assert.Null(RangeStep.After(Range(new(kind)), _now));
    }

    [Fact]
    public void There_is_nothing_before_the_earliest_day() =>
        Assert.Null(RangeStep.Before(Range(new(RangeKind.Custom, new DateOnly(2000, 1, 1), new DateOnly(2000, 1, 31))), _now));

    [Fact]
    public void On_the_first_of_a_month_a_day_is_still_a_day()
    {
        var first = new DateTimeOffset(2026, 11, 1, 10, 30, 0, TimeSpan.Zero);

        var choice = RangeStep.After(new RangeChoice(RangeKind.Yesterday).Resolve(TimeZoneInfo.Utc, first), first);

        Assert.Equal(new RangeChoice(RangeKind.Today), choice);
        Assert.Equal(new RangeChoice(RangeKind.ThisMonth), RangeStep.After(new RangeChoice(RangeKind.LastMonth).Resolve(TimeZoneInfo.Utc, first), first));
    }

    private static StatsRange Range(RangeChoice choice) => choice.Resolve(TimeZoneInfo.Utc, _now);
}
