using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Stats;

public sealed class ComparisonTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 10, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("none", ComparisonKind.None)]
    [InlineData("year", ComparisonKind.YearBefore)]
    [InlineData("2026-11-01..2026-11-23", ComparisonKind.Custom)]
    [InlineData(null, ComparisonKind.Previous)]
    public void A_comparison_is_read_and_written_alike(string? text, ComparisonKind kind)
    {
        var comparison = Comparison.Parse(text);

        Assert.Equal((kind, text), (comparison.Kind, comparison.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("previous")]
    [InlineData("..")]
    [InlineData("2026-11-01")]
    [InlineData("2026-11-01..")]
    [InlineData("2026-11-23..2026-11-01")]
    [InlineData("2026-11-31..2026-12-01")]
    [InlineData("0001-01-01..2026-12-01")]
    [InlineData("<script>")]
    public void What_cannot_be_read_is_the_range_before(string text) => Assert.Equal(Comparison.Previous, Comparison.Parse(text));

    [Fact]
    public void Named_days_are_drawn_like_the_range()
    {
        var range = new RangeChoice(RangeKind.Last7Days).Resolve(TimeZoneInfo.Utc, _now);

        var other = Comparison.Custom(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 5)).With(range, _now)!;

        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 5), Interval.Day), (other.First, other.Last, other.Interval));
    }

    [Theory]
    [InlineData(RangeKind.Realtime)]
    [InlineData(RangeKind.All)]
    public void What_has_no_year_before_is_not_compared_with_it(RangeKind kind) =>
        Assert.Null(Comparison.YearBefore.With(new RangeChoice(kind).Resolve(TimeZoneInfo.Utc, _now), _now));

    [Fact]
    public void Without_a_comparison_there_is_nothing_beside() =>
        Assert.Null(Comparison.None.With(RangeChoice.Default.Resolve(TimeZoneInfo.Utc, _now), _now));
}
