using System.Diagnostics;

namespace BlazorTracking.Features.Stats;

/// <summary>
/// A stretch of whole days of the site's time zone, known as dates and as instants (UTC, Unix milliseconds).
/// Made by <see cref="Resolve"/>; the range of a comparison, made by <see cref="Previous"/>, may end within a day.
/// </summary>
public sealed record StatsRange
{
    private const int DaysDrawnInHours = 2;
    private const int DaysDrawnInDays = 92;
    private const int DaysDrawnInWeeks = 731;

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
    public long From { get; }

    /// <summary>The first instant that is no longer in the range. In the future where the range ends with today.</summary>
    public long To { get; private init; }

    /// <summary>What one point of the chart stands for.</summary>
    public Interval Interval { get; }

    public int Days => Last.DayNumber - First.DayNumber + 1;

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
    public static StatsRange Resolve(RangeKind kind, DateOnly? from, DateOnly? to, TimeZoneInfo zone, DateTimeOffset now, DateOnly? firstVisit)
    {
        var today = zone.DateAt(now.ToUnixTimeMilliseconds());
        return kind switch
        {
            RangeKind.Today => new(kind, zone, today, today, Interval.Hour),
            RangeKind.Yesterday => new(kind, zone, today.AddDays(-1), today.AddDays(-1), Interval.Hour),
            RangeKind.Last7Days => new(kind, zone, today.AddDays(-6), today, Interval.Day),
            RangeKind.Last30Days => new(kind, zone, today.AddDays(-29), today, Interval.Day),
            RangeKind.Last90Days => new(kind, zone, today.AddDays(-89), today, Interval.Day),
            RangeKind.Last12Months => new(kind, zone, new DateOnly(today.Year, today.Month, 1).AddMonths(-11), today, Interval.Month),
            RangeKind.All => ByLength(kind, zone, Latest(Earliest, Soonest(firstVisit ?? today, today)), today),
            RangeKind.Custom when from <= to && from <= today => ByLength(kind, zone, Latest(Earliest, from.Value), Latest(Earliest, Soonest(to.Value, today))),
            RangeKind.Custom => Resolve(RangeKind.Last30Days, null, null, zone, now, firstVisit),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// The range of the same length just before, to compare with; none for <see cref="RangeKind.All"/>. Compares like
    /// with like: where this range is not over at <paramref name="now"/>, the one before ends at the same time of day of
    /// its own last day. The one before the last 12 months is the same months and days a year earlier.
    /// </summary>
    public StatsRange? Previous(DateTimeOffset now)
    {
        if (Kind == RangeKind.All)
        {
            return null;
        }

        var previous = Kind == RangeKind.Last12Months
            ? new StatsRange(Kind, Zone, First.AddMonths(-12), Last.AddMonths(-12), Interval)
            : new StatsRange(Kind, Zone, First.AddDays(-Days), Last.AddDays(-Days), Interval);
        var instant = now.ToUnixTimeMilliseconds();
        if (!Contains(instant))
        {
            return previous;
        }

        var sameTime = Zone.FirstInstantOf(previous.Last.ToDateTime(TimeOnly.FromDateTime(Zone.LocalAt(instant))));
        return previous with { To = Math.Min(previous.To, sameTime) };
    }

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

    private static StatsRange ByLength(RangeKind kind, TimeZoneInfo zone, DateOnly first, DateOnly last) =>
        new(kind, zone, first, last, (last.DayNumber - first.DayNumber + 1) switch
        {
            <= DaysDrawnInHours => Interval.Hour,
            <= DaysDrawnInDays => Interval.Day,
            <= DaysDrawnInWeeks => Interval.Week,
            _ => Interval.Month,
        });

    private static DateOnly Soonest(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;

    private long Next(long boundary)
    {
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
        Interval.Week => date.AddDays(7 - (((int)date.DayOfWeek + 6) % 7)),
        _ => new DateOnly(date.Year, date.Month, 1).AddMonths(1),
    };
}
