using System.Diagnostics;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// A stretch of whole days of the site's time zone, or the last minutes, known as dates and as instants (UTC, Unix
/// milliseconds). Made by <see cref="Resolve"/>; the range of a comparison, made by <see cref="Previous"/> and
/// <see cref="YearBefore"/>, may end within a day.
/// </summary>
public sealed record StatsRange
{
    /// <summary>How many minutes <see cref="RangeKind.Realtime"/> shows, the running one included.</summary>
    public const int RealtimeMinutes = 30;

    private const int DaysDrawnInHours = 2;
    private const int DaysDrawnInDays = 92;
    private const int DaysDrawnInWeeks = 731;
    private const int MostDaysInMinutes = 1;
    private const int MostDaysInHours = 31;
    private const int MostDaysInDays = 731;
    private const long Minute = 60_000;

    private StatsRange(RangeKind kind, TimeZoneInfo zone, DateOnly first, DateOnly last, Interval interval)
    {
        (Kind, Zone, First, Last, Interval) = (kind, zone, first, last, interval);
        From = zone.StartOf(first);
        To = zone.StartOf(last.AddDays(1));
    }

    /// <summary>The earliest day that a range can begin with.</summary>
    public static DateOnly Earliest { get; } = new(2000, 1, 1);

    public RangeKind Kind { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>The first instant.</summary>
    public long From { get; private init; }

    /// <summary>The first instant that is no longer in the range. In the future where the range ends with today.</summary>
    public long To { get; private init; }

    /// <summary>What one point of the chart stands for.</summary>
    public Interval Interval { get; private init; }

    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>It begins and ends with a month.</summary>
    public bool IsWholeMonths => Kind != RangeKind.Realtime && First.Day == 1 && Last.AddDays(1).Day == 1;

    /// <summary>The intervals in which it can be drawn: those that give a line, and not more points than a chart can show.</summary>
    public IReadOnlyList<Interval> Intervals => Kind == RangeKind.Realtime
        ? [Interval.Minute]
        : [.. Enum.GetValues<Interval>().Where(interval => interval switch
        {
            Interval.Minute => Days <= MostDaysInMinutes,
            Interval.Hour => Days <= MostDaysInHours,
            Interval.Day => Days is > 1 and <= MostDaysInDays,
            Interval.Week => Days > 7,
            _ => (Last.Year, Last.Month) != (First.Year, First.Month) && Days > 31,
        })];

    public bool Contains(long instant) => instant >= From && instant < To;

    /// <summary>
    /// The range of the given kind as seen at <paramref name="now"/>. A custom range without both of its days, with the
    /// last before the first or beginning in the future is the last 30 days; one that ends in the future ends today.
    /// </summary>
    /// <param name="kind">Which range.</param>
    /// <param name="from">The first day of a custom range; not before <see cref="Earliest"/>.</param>
    /// <param name="to">The last day of a custom range.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="now">The present.</param>
    /// <param name="firstVisit">The day of the site's first visit, if it had one: where <see cref="RangeKind.All"/> begins.</param>
    /// <param name="interval">How it is to be drawn; where it cannot be drawn so, and without one, as its length suggests.</param>
    public static StatsRange Resolve(
        RangeKind kind, DateOnly? from, DateOnly? to, TimeZoneInfo zone, DateTimeOffset now, DateOnly? firstVisit, Interval? interval = null)
    {
        var range = OfKind(kind, from, to, zone, now.ToUnixTimeMilliseconds(), firstVisit);
        return interval is { } wanted && range.Intervals.Contains(wanted) ? range with { Interval = wanted } : range;
    }

    /// <summary>
    /// The range just before, to compare with: of the same length, or as many whole months where it is whole months, or
    /// the same days of the week, month or year before; none for <see cref="RangeKind.All"/>. Compares like with like:
    /// where this range is not over at <paramref name="now"/>, the one before ends at the same time of day of its own
    /// last day. The one before the last 12 months is the same months and days a year earlier.
    /// </summary>
    public StatsRange? Previous(DateTimeOffset now) => Kind switch
    {
        RangeKind.All => null,
        RangeKind.Realtime => MinutesBefore(now),
        RangeKind.ThisWeek => Until(now, Over(First.AddDays(-7), Last.AddDays(-7))),
        RangeKind.ThisMonth => Until(now, Over(First.AddMonths(-1), Last.AddMonths(-1))),
        RangeKind.ThisYear or RangeKind.Last12Months => Until(now, Over(First.AddMonths(-12), Last.AddMonths(-12))),
        _ when IsWholeMonths => Until(now, Over(First.AddMonths(-Months), First.AddDays(-1))),
        _ => Until(now, Over(First.AddDays(-Days), Last.AddDays(-Days))),
    };

    /// <summary>
    /// The same days a year earlier, to compare with; none for <see cref="RangeKind.All"/> and
    /// <see cref="RangeKind.Realtime"/>. Ends like <see cref="Previous"/> at the same time of day.
    /// </summary>
    public StatsRange? YearBefore(DateTimeOffset now) => Kind switch
    {
        RangeKind.All or RangeKind.Realtime => null,
        _ when IsWholeMonths => Until(now, Over(First.AddMonths(-12), First.AddMonths(Months - 12).AddDays(-1))),
        _ => Until(now, Over(First.AddMonths(-12), Last.AddMonths(-12))),
    };

    /// <summary>Other days, drawn like these; none for <see cref="RangeKind.Realtime"/>.</summary>
    public StatsRange? Others(DateOnly first, DateOnly last) => Kind == RangeKind.Realtime ? null : Over(first, last);

    /// <summary>The rest of it from the instant on.</summary>
    public StatsRange Since(long instant) => this with { From = Math.Max(From, instant) };

    /// <summary>Where the points of the chart begin, in order, then where the last one ends. No point is empty of time.</summary>
    public IReadOnlyList<long> Boundaries()
    {
        var boundaries = new List<long> { From };
        for (var next = Next(From); next < To; next = Next(next))
        {
            boundaries.Add(next);
        }

        boundaries.Add(To);
        return boundaries;
    }

    private int Months => ((Last.Year - First.Year) * 12) + Last.Month - First.Month + 1;

    private static StatsRange OfKind(RangeKind kind, DateOnly? from, DateOnly? to, TimeZoneInfo zone, long now, DateOnly? firstVisit)
    {
        var today = zone.DateAt(now);
        var (week, month, year) = (today.AddDays(-DaysSinceMonday(today)), new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, 1, 1));
        return kind switch
        {
            RangeKind.Realtime => LastMinutes(zone, now),
            RangeKind.Today => new(kind, zone, today, today, Interval.Hour),
            RangeKind.Yesterday => new(kind, zone, today.AddDays(-1), today.AddDays(-1), Interval.Hour),
            RangeKind.Last7Days => new(kind, zone, today.AddDays(-6), today, Interval.Day),
            RangeKind.Last30Days => new(kind, zone, today.AddDays(-29), today, Interval.Day),
            RangeKind.Last90Days => new(kind, zone, today.AddDays(-89), today, Interval.Day),
            RangeKind.ThisWeek => ByLength(kind, zone, week, today),
            RangeKind.LastWeek => new(kind, zone, week.AddDays(-7), week.AddDays(-1), Interval.Day),
            RangeKind.ThisMonth => ByLength(kind, zone, month, today),
            RangeKind.LastMonth => new(kind, zone, month.AddMonths(-1), month.AddDays(-1), Interval.Day),
            RangeKind.ThisYear => ByLength(kind, zone, year, today),
            RangeKind.LastYear => new(kind, zone, year.AddYears(-1), year.AddDays(-1), Interval.Month),
            RangeKind.Last12Months => new(kind, zone, month.AddMonths(-11), today, Interval.Month),
            RangeKind.All => ByLength(kind, zone, Latest(Earliest, Soonest(firstVisit ?? today, today)), today),
            RangeKind.Custom when from <= to && from <= today => ByLength(kind, zone, Latest(Earliest, from.Value), Latest(Earliest, Soonest(to.Value, today))),
            RangeKind.Custom => OfKind(RangeKind.Last30Days, null, null, zone, now, firstVisit),
            _ => throw new UnreachableException(),
        };
    }

    private static StatsRange LastMinutes(TimeZoneInfo zone, long now)
    {
        var to = now - (now % Minute) + Minute;
        var from = to - (RealtimeMinutes * Minute);
        return new StatsRange(RangeKind.Realtime, zone, zone.DateAt(from), zone.DateAt(to - 1), Interval.Minute) { From = from, To = to };
    }

    private StatsRange MinutesBefore(DateTimeOffset now)
    {
        var (before, instant) = (LastMinutes(Zone, From - 1), now.ToUnixTimeMilliseconds());
        return Contains(instant) ? before with { To = instant - (RealtimeMinutes * Minute) } : before;
    }

    private StatsRange Over(DateOnly first, DateOnly last) => new(Kind, Zone, first, last, Interval);

    private StatsRange Until(DateTimeOffset now, StatsRange other)
    {
        var instant = now.ToUnixTimeMilliseconds();
        if (!Contains(instant))
        {
            return other;
        }

        var sameTime = Zone.FirstInstantOf(other.Last.ToDateTime(TimeOnly.FromDateTime(Zone.LocalAt(instant))));
        return other with { To = Math.Min(other.To, sameTime) };
    }

    private static StatsRange ByLength(RangeKind kind, TimeZoneInfo zone, DateOnly first, DateOnly last) =>
        new(kind, zone, first, last, (last.DayNumber - first.DayNumber + 1) switch
        {
            <= DaysDrawnInHours => Interval.Hour,
            <= DaysDrawnInDays => Interval.Day,
            <= DaysDrawnInWeeks => Interval.Week,
            _ => Interval.Month,
        });

    private static int DaysSinceMonday(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    private static DateOnly Soonest(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;

    private long Next(long boundary)
    {
        if (Interval == Interval.Minute)
        {
            return boundary + Minute;
        }

        if (Interval == Interval.Hour)
        {
            return Zone.NextHour(boundary);
        }

        // A zone may skip a whole day: its boundary is that of the next one.
        var date = Zone.DateAt(boundary);
        long next;
        do
        {
            date = NextDate(date);
            next = Zone.StartOf(date);
        }
        while (next <= boundary);

        return next;
    }

    private DateOnly NextDate(DateOnly date) => Interval switch
    {
        Interval.Day => date.AddDays(1),
        Interval.Week => date.AddDays(7 - DaysSinceMonday(date)),
        _ => new DateOnly(date.Year, date.Month, 1).AddMonths(1),
    };
}
