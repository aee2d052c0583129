using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Stats;

/// <summary>The columns of the visit log that it can be sorted by.</summary>
public enum LogColumn
{
    OccurredAt,
    Event,
    Hostname,
    Path,
    Referrer,
    Source,
    Channel,
    Country,
    Region,
    City,
    PostalCode,
    Latitude,
    Longitude,
    Browser,
    OperatingSystem,
    Device,
    Screen,
    Language,
    Trust,
    Address,
}

/// <summary>A page of the visit log.</summary>
/// <param name="Query">Which visits.</param>
/// <param name="Search">Text that one of event, hostname, path, referrer, source, country, city, browser, operating system or address contains; the case of the letters a to z does not count. Empty: all.</param>
/// <param name="SortBy">The order; equal ones the newest first.</param>
/// <param name="Descending">The largest first.</param>
/// <param name="Skip">Visits before the page, 0 or more.</param>
/// <param name="Take">Visits of the page, 1 to <see cref="MaxTake"/>.</param>
public sealed record LogQuery(StatsQuery Query, string Search = "", LogColumn SortBy = LogColumn.OccurredAt, bool Descending = true, int Skip = 0, int Take = 50)
{
    public const int MaxTake = 1000;
}

/// <summary>The visits of one page of the log, and how many there are on all.</summary>
public sealed record LogPage(IReadOnlyList<Visit> Visits, long Total);
