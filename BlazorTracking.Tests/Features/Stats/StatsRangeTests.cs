using BlazorTracking.Features.Stats;

namespace BlazorTracking.Tests.Features.Stats;

public sealed class StatsRangeTests
{
    private const long Hour = 3_600_000;

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)] // forward at 2:00
    [InlineData("Europe/Berlin", "2026-10-25", 25)] // back at 3:00
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)] // back by half an hour
    [InlineData("America/Santiago", "2026-09-06", 23)] // skips midnight
    [InlineData("America/Santiago", "2026-04-04", 25)] // repeats the hour before midnight
    [InlineData("America/Scoresbysund", "2026-10-24", 25)] // repeats the hour before midnight
    [InlineData("Asia/Kathmandu", "2026-06-15", 24)] // 5:45 ahead
    [InlineData("Pacific/Apia", "2011-12-30", 0)] // a day that was skipped
    [InlineData("Etc/UTC", "2026-06-15", 24)]
    public void A_day_is_as_long_as_the_zone_says(string zone, string day, double hours)
    {
        var range = Custom(zone, day, day);

        Assert.Equal(hours, (double)(range.To - range.From) / Hour);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00Z")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00Z")] // 0:00 does not exist, the day begins at 1:00
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00Z")] // 0:00 exists twice, the day begins with the first
    [InlineData("Asia/Kathmandu", "2026-06-15", "2026-06-14T18:15Z")]
    [InlineData("Pacific/Kiritimati", "2026-06-15", "2026-06-14T10:00Z")]
    public void A_day_begins_with_its_first_instant(string zone, string day, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), DateTimeOffset.FromUnixTimeMilliseconds(Custom(zone, day, day).From));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Etc/UTC", "2026-06-15", 24)]
    [InlineData("Asia/Kathmandu", "2026-06-15", 24)]
    public void A_day_has_a_point_for_each_of_its_hours(string zone, string day, int points)
    {
        var boundaries = Custom(zone, day, day).Boundaries();

        Assert.Equal(points, boundaries.Count - 1);
        Assert.All(boundaries.Zip(boundaries.Skip(1)), hour => Assert.Equal(Hour, hour.Second - hour.First));
    }

    [Fact]
    public void Half_an_hour_that_the_clock_repeats_is_a_point_of_its_own()
    {
        var boundaries = Custom("Australia/Lord_Howe", "2026-04-05", "2026-04-05").Boundaries();

        Assert.Equal([Hour, Hour, Hour / 2, Hour], boundaries.Zip(boundaries.Skip(1), (from, to) => to - from).Take(4));
        Assert.Equal(25, boundaries.Count - 1);
    }

    [Fact]
    public void A_day_that_the_zone_skipped_has_no_point()
    {
        var range = Custom("Pacific/Apia", "2011-12-28", "2012-01-01");

        Assert.Equal(4, range.Boundaries().Count - 1);
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_the_first_one_where_the_range_begins()
    {
        var range = Custom("Europe/Berlin", "2026-01-01", "2026-06-30");

        Assert.Equal(Interval.Week, range.Interval);
        Assert.Equal(["2026-01-01", "2026-01-05", "2026-01-12"], Dates(range).Take(3));
    }

    [Fact]
    public void Twelve_months_are_the_running_one_and_eleven_before()
    {
        var range = StatsRange.Resolve(RangeKind.Last12Months, null, null, Zone("Europe/Berlin"), Time("2026-11-23T12:00Z"), null);

        Assert.Equal(new DateOnly(2025, 12, 1), range.First);
        Assert.Equal(12, range.Boundaries().Count - 1);
        Assert.Equal("2026-11-01", Dates(range)[^1]);
    }

    [Theory]
    [InlineData(RangeKind.Today, "2026-11-24", "2026-11-24", Interval.Hour)]
    [InlineData(RangeKind.Yesterday, "2026-11-23", "2026-11-23", Interval.Hour)]
    [InlineData(RangeKind.Last7Days, "2026-11-18", "2026-11-24", Interval.Day)]
    [InlineData(RangeKind.Last30Days, "2026-10-26", "2026-11-24", Interval.Day)]
    [InlineData(RangeKind.Last90Days, "2026-08-27", "2026-11-24", Interval.Day)]
    [InlineData(RangeKind.ThisWeek, "2026-11-23", "2026-11-24", Interval.Hour)]
    [InlineData(RangeKind.LastWeek, "2026-11-16", "2026-11-22", Interval.Day)]
    [InlineData(RangeKind.ThisMonth, "2026-11-01", "2026-11-24", Interval.Day)]
    [InlineData(RangeKind.LastMonth, "2026-10-01", "2026-10-31", Interval.Day)]
    [InlineData(RangeKind.ThisYear, "2026-01-01", "2026-11-24", Interval.Week)]
    [InlineData(RangeKind.LastYear, "2025-01-01", "2025-12-31", Interval.Month)]
    [InlineData(RangeKind.All, "2026-11-20", "2026-11-24", Interval.Day)]
    public void Ranges_are_those_of_the_date_in_the_zone(RangeKind kind, string first, string last, Interval interval)
    {
        // Still the 23rd in London, the 24th in Tokyo.
        var range = StatsRange.Resolve(kind, null, null, Zone("Asia/Tokyo"), Time("2026-11-23T16:00Z"), new DateOnly(2026, 11, 20));

        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last), interval), (range.First, range.Last, range.Interval));
    }

    [Fact]
    public void All_of_a_site_without_visits_is_today()
    {
        var range = StatsRange.Resolve(RangeKind.All, null, null, TimeZoneInfo.Utc, Time("2026-11-23T16:00Z"), null);

        Assert.Equal(range.First, range.Last);
        Assert.Equal(new DateOnly(2026, 11, 23), range.Last);
    }

    [Fact]
    public void A_range_into_the_future_ends_today()
    {
        var range = Custom("Etc/UTC", "2026-11-20", "2027-01-01", now: "2026-11-23T16:00Z");

        Assert.Equal(new DateOnly(2026, 11, 23), range.Last);
    }

    [Theory]
    [InlineData(null, "2026-11-01")]
    [InlineData("2026-11-01", null)]
    [InlineData("2026-11-02", "2026-11-01")]
    [InlineData("2026-12-01", "2026-12-02")] // the future
    public void A_custom_range_that_makes_no_sense_is_the_last_30_days(string? first, string? last)
    {
        var range = StatsRange.Resolve(
            RangeKind.Custom, first is null ? null : DateOnly.Parse(first), last is null ? null : DateOnly.Parse(last), TimeZoneInfo.Utc, Time("2026-11-23T16:00Z"), null);

        Assert.Equal((RangeKind.Last30Days, 30), (range.Kind, range.Days));
    }

    [Fact]
    public void Today_is_compared_with_yesterday_until_the_same_time()
    {
        var now = Time("2026-03-30T08:30Z"); // 10:30 in Berlin, a day after the clock went forward
        var today = StatsRange.Resolve(RangeKind.Today, null, null, Zone("Europe/Berlin"), now, null);

        var previous = today.Previous(now)!;

        Assert.Equal(Time("2026-03-28T23:00Z").ToUnixTimeMilliseconds(), previous.From);
        Assert.Equal(now.AddDays(-1).ToUnixTimeMilliseconds(), previous.To);
    }

    [Fact]
    public void Days_that_are_over_are_compared_with_as_many_whole_days_before()
    {
        var now = Time("2026-11-23T10:30Z");
        var range = Custom("Etc/UTC", "2026-11-10", "2026-11-12", now: "2026-11-23T10:30Z");

        var previous = range.Previous(now)!;

        Assert.Equal((new DateOnly(2026, 11, 7), new DateOnly(2026, 11, 9)), (previous.First, previous.Last));
        Assert.Equal(range.From, previous.To);
    }

    [Fact]
    public void Twelve_months_are_compared_with_the_same_months_a_year_earlier()
    {
        var now = Time("2026-11-23T10:30Z");
        var range = StatsRange.Resolve(RangeKind.Last12Months, null, null, TimeZoneInfo.Utc, now, null);

        var previous = range.Previous(now)!;

        Assert.Equal((new DateOnly(2024, 12, 1), new DateOnly(2025, 11, 23)), (previous.First, previous.Last));
        Assert.Equal(Time("2025-11-23T10:30Z").ToUnixTimeMilliseconds(), previous.To);
    }

    [Theory]
    [InlineData(RangeKind.ThisWeek, "2026-11-16", "2026-11-16")]
    [InlineData(RangeKind.LastWeek, "2026-11-09", "2026-11-15")]
    [InlineData(RangeKind.ThisMonth, "2026-10-01", "2026-10-23")]
    [InlineData(RangeKind.LastMonth, "2026-09-01", "2026-09-30")]
    [InlineData(RangeKind.ThisYear, "2025-01-01", "2025-11-23")]
    [InlineData(RangeKind.LastYear, "2024-01-01", "2024-12-31")]
    public void Weeks_months_and_years_are_compared_with_the_ones_before(RangeKind kind, string first, string last)
    {
        var now = Time("2026-11-23T10:30Z"); // a Monday

        var previous = StatsRange.Resolve(kind, null, null, TimeZoneInfo.Utc, now, null).Previous(now)!;

        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (previous.First, previous.Last));
    }

    [Fact]
    public void Whole_months_are_compared_with_as_many_whole_months_before()
    {
        var previous = Custom("Etc/UTC", "2026-02-01", "2026-03-31").Previous(Time("2026-11-23T10:30Z"))!;

        Assert.Equal((new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 31)), (previous.First, previous.Last));
    }

    [Theory]
    [InlineData("2026-11-10", "2026-11-12", "2025-11-10", "2025-11-12")]
    [InlineData("2024-02-29", "2024-02-29", "2023-02-28", "2023-02-28")]
    [InlineData("2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29")] // a whole month is compared with a whole one
    public void A_year_before_has_the_same_days(string first, string last, string firstBefore, string lastBefore)
    {
        var before = Custom("Etc/UTC", first, last).YearBefore(Time("2027-01-01T00:00Z"))!;

        Assert.Equal((DateOnly.Parse(firstBefore), DateOnly.Parse(lastBefore)), (before.First, before.Last));
    }

    [Fact]
    public void A_year_before_today_ends_at_the_same_time()
    {
        var now = Time("2026-11-23T10:30Z");
        var today = StatsRange.Resolve(RangeKind.Today, null, null, TimeZoneInfo.Utc, now, null);

        Assert.Equal(Time("2025-11-23T10:30Z").ToUnixTimeMilliseconds(), today.YearBefore(now)!.To);
    }

    [Fact]
    public void The_last_minutes_are_the_running_one_and_29_before()
    {
        var now = Time("2026-11-23T00:10:30Z");

        var range = StatsRange.Resolve(RangeKind.Realtime, null, null, TimeZoneInfo.Utc, now, null);

        Assert.Equal((Time("2026-11-22T23:41Z"), Time("2026-11-23T00:11Z")), (Instant(range.From), Instant(range.To)));
        Assert.Equal(31, range.Boundaries().Count);
        Assert.Equal((new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 23)), (range.First, range.Last));
    }

    [Fact]
    public void The_last_minutes_are_compared_with_the_half_hour_before_until_the_same_second()
    {
        var now = Time("2026-11-23T10:10:30Z");

        var previous = StatsRange.Resolve(RangeKind.Realtime, null, null, TimeZoneInfo.Utc, now, null).Previous(now)!;

        Assert.Equal((Time("2026-11-23T09:11Z"), Time("2026-11-23T09:40:30Z")), (Instant(previous.From), Instant(previous.To)));
    }

    [Theory]
    [InlineData("2026-11-10", "2026-11-10", new[] { Interval.Minute, Interval.Hour })]
    [InlineData("2026-11-10", "2026-11-16", new[] { Interval.Hour, Interval.Day })]
    [InlineData("2026-10-10", "2026-11-16", new[] { Interval.Day, Interval.Week, Interval.Month })]
    [InlineData("2020-01-01", "2026-11-16", new[] { Interval.Week, Interval.Month })]
    public void A_range_can_be_drawn_in_what_makes_a_line(string first, string last, Interval[] intervals) =>
        Assert.Equal(intervals, Custom("Etc/UTC", first, last).Intervals);

    [Fact]
    public void An_interval_that_makes_no_line_is_the_one_of_the_range_s_length()
    {
        var now = Time("2026-11-23T10:30Z");

        Assert.Equal(Interval.Hour, new RangeChoice(RangeKind.Last7Days).Resolve(TimeZoneInfo.Utc, now, null, Interval.Hour).Interval);
        Assert.Equal(Interval.Day, new RangeChoice(RangeKind.Last7Days).Resolve(TimeZoneInfo.Utc, now, null, Interval.Month).Interval);
    }

    [Theory]
    [InlineData("2026-03-29", 23 * 60)]
    [InlineData("2026-10-25", 25 * 60)]
    public void A_day_has_a_point_for_each_of_its_minutes(string day, int minutes)
    {
        var range = new RangeChoice(RangeKind.Custom, DateOnly.Parse(day), DateOnly.Parse(day))
            .Resolve(Zone("Europe/Berlin"), Time("2027-06-01T00:00Z"), null, Interval.Minute);

        Assert.Equal(minutes, range.Boundaries().Count - 1);
    }

    [Fact]
    public void All_time_has_nothing_before_it()
    {
        var now = Time("2026-11-23T10:30Z");

        Assert.Null(StatsRange.Resolve(RangeKind.All, null, null, TimeZoneInfo.Utc, now, new DateOnly(2026, 1, 1)).Previous(now));
    }

    private static StatsRange Custom(string zone, string first, string last, string now = "2027-06-01T00:00Z") =>
        StatsRange.Resolve(RangeKind.Custom, DateOnly.Parse(first), DateOnly.Parse(last), Zone(zone), Time(now), null);

    private static List<string> Dates(StatsRange range) =>
        [.. range.Boundaries().SkipLast(1).Select(boundary => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(boundary), range.Zone).ToString("yyyy-MM-dd"))];

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text);
}
