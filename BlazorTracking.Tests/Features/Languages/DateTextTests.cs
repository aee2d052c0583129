using BlazorTracking.Features.Languages;
using BlazorTracking.Tests.Infrastructure;

namespace BlazorTracking.Tests.Features.Languages;

public sealed class DateTextTests
{
    private static readonly DateTime _moment = new(2026, 3, 5, 14, 5, 33);
    private static readonly DateOnly _day = DateOnly.FromDateTime(_moment);

    [Fact]
    public void English_names_the_day_before_the_month() =>
        Assert.Equal(
            ["5 Mar 2026", "5 Mar", "Thu, 5 Mar", "Thursday, 5 March 2026", "March 2026", "Mar", "2026", "14:05", "5 Mar 2026, 14:05", "Thu, 5 Mar, 14:05", "5 Mar 2026, 14:05:33"],
            All());

    [Fact]
    public void German_puts_a_full_stop_behind_the_day()
    {
        TestCulture.Use("de");

        Assert.Equal(
            ["5. März 2026", "5. März", "Do, 5. März", "Donnerstag, 5. März 2026", "März 2026", "Mär", "2026", "14:05", "5. März 2026, 14:05", "Do, 5. März, 14:05", "5. März 2026, 14:05:33"],
            All());
    }

    [Fact]
    public void Months_are_called_as_in_the_region()
    {
        TestCulture.Use("de-AT");

        Assert.Equal("Jänner 2026", DateText.Month(new DateOnly(2026, 1, 1)));
    }

    private static string[] All() =>
    [
        DateText.Day(_day), DateText.DayOfYear(_day), DateText.Weekday(_day), DateText.WholeDay(_day), DateText.Month(_day), DateText.MonthOfYear(_day), DateText.Year(_day),
        DateText.Time(_moment), DateText.DayAndTime(_moment), DateText.WeekdayAndTime(_moment), DateText.DayAndSecond(_moment),
    ];
}
