namespace BlazorTracking.Features.Stats;

/// <summary>
/// Where the hours and days of a time zone begin, as instants in UTC Unix milliseconds. Asks the zone only for its
/// offset at an instant, so that skipped and repeated hours, skipped midnights and skipped days need no special case.
/// Two changes of the offset are taken to lie at least two days apart.
/// </summary>
internal static class ZoneCalendar
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    /// <summary>The local date at the instant.</summary>
    public static DateOnly DateAt(this TimeZoneInfo zone, long instant) => DateOnly.FromDateTime(zone.LocalAt(instant));

    /// <summary>The local date and time at the instant.</summary>
    public static DateTime LocalAt(this TimeZoneInfo zone, long instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant + zone.OffsetAt(instant)).DateTime;

    /// <summary>The first instant of the local date; of a date that the zone skipped, the first instant after it.</summary>
    public static long StartOf(this TimeZoneInfo zone, DateOnly date) => zone.FirstInstantOf(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>The first instant at which the local clock shows the given time or, where it skips that time, a later one.</summary>
    public static long FirstInstantOf(this TimeZoneInfo zone, DateTime local)
    {
        var clock = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
        var (before, after) = (zone.OffsetAt(clock - Day), zone.OffsetAt(clock + Day));
        if (before == after)
        {
            return clock - before;
        }

        var change = zone.ChangeBetween(clock - Day, clock + Day);
        return clock - before < change ? clock - before : Math.Max(change, clock - after);
    }

    /// <summary>The first full hour of the local clock, or change of the zone's offset, after the instant.</summary>
    public static long NextHour(this TimeZoneInfo zone, long instant)
    {
        var offset = zone.OffsetAt(instant);
        var next = instant + Hour - Modulo(instant + offset, Hour);
        return zone.OffsetAt(next) == offset ? next : zone.ChangeBetween(instant, next);
    }

    private static long OffsetAt(this TimeZoneInfo zone, long instant) =>
        (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(instant)).TotalMilliseconds;

    // The first instant with the later offset, in (from, to].
    private static long ChangeBetween(this TimeZoneInfo zone, long from, long to)
    {
        var later = zone.OffsetAt(to);
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = zone.OffsetAt(middle) == later ? (from, middle) : (middle, to);
        }

        return to;
    }

    private static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}
