using System.Globalization;

namespace BlazorTracking.Features.Languages;

/// <summary>Dates and times of day as people read them, in the page's language and culture.</summary>
public static class DateText
{
    /// <summary>"5 Mar 2026".</summary>
    public static string Day(DateOnly date) => Text(date, LanguagesText.PatternDay);

    /// <summary>"5 Mar".</summary>
    public static string DayOfYear(DateOnly date) => Text(date, LanguagesText.PatternDayOfYear);

    /// <summary>"Thu, 5 Mar".</summary>
    public static string Weekday(DateOnly date) => Text(date, LanguagesText.PatternWeekday);

    /// <summary>"Thursday, 5 March 2026".</summary>
    public static string WholeDay(DateOnly date) => Text(date, LanguagesText.PatternWholeDay);

    /// <summary>"March 2026".</summary>
    public static string Month(DateOnly date) => Text(date, LanguagesText.PatternMonth);

    /// <summary>"Mar".</summary>
    public static string MonthOfYear(DateOnly date) => Text(date, "MMM");

    /// <summary>"2026".</summary>
    public static string Year(DateOnly date) => Text(date, "yyyy");

    /// <summary>"14:05".</summary>
    public static string Time(DateTime local) => Text(local, LanguagesText.PatternTime);

    /// <summary>"5 Mar 2026, 14:05".</summary>
    public static string DayAndTime(DateTime local) => $"{Day(DateOnly.FromDateTime(local))}, {Time(local)}";

    /// <summary>"Thu, 5 Mar, 14:05".</summary>
    public static string WeekdayAndTime(DateTime local) => $"{Weekday(DateOnly.FromDateTime(local))}, {Time(local)}";

    /// <summary>"5 Mar 2026, 14:05:33".</summary>
    public static string DayAndSecond(DateTime local) => $"{Day(DateOnly.FromDateTime(local))}, {Text(local, LanguagesText.PatternSecond)}";

    /// <summary>"just now", "5 minutes ago", "3 hours ago", "2 days ago": the largest unit of which there are two.</summary>
    public static string Ago(TimeSpan time) => time switch
    {
        { TotalMinutes: < 2 } => LanguagesText.JustNow,
        { TotalHours: < 2 } => LanguagesText.MinutesAgo.For((long)time.TotalMinutes),
        { TotalDays: < 2 } => LanguagesText.HoursAgo.For((long)time.TotalHours),
        _ => LanguagesText.DaysAgo.For((long)time.TotalDays),
    };

    private static string Text(IFormattable moment, string pattern) => moment.ToString(pattern, CultureInfo.CurrentCulture);
}
