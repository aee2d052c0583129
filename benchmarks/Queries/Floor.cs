using System.Data.Common;
using System.Diagnostics;
using BlazorTracking.Features.Stats;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Benchmarks;

/// <summary>
/// The same answers asked of the engine itself: SQL written by hand, one statement after another on one open connection,
/// every row fetched. What the program needs beyond that is its own.
/// </summary>
internal sealed class Floor(DbConnection connection, VisitEngine engine, DashboardOpening opening)
{
    private const long Hour = 3_600_000;
    private const int Rows = 100;

    /// <summary>Reads it all; the time of each statement.</summary>
    public IReadOnlyList<(string Name, double Milliseconds)> Read() => [.. Statements().Select(statement => (statement.Name, Time(statement.Sql)))];

    private double Time(string sql)
    {
        var begun = Stopwatch.GetTimestamp();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var field = 0; field < reader.FieldCount; field++)
            {
                reader.GetValue(field);
            }
        }

        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private IEnumerable<(string Name, string Sql)> Statements()
    {
        var query = opening.Query;
        yield return ("first", Invariant($"""SELECT min("OccurredAt") FROM "Visits" WHERE "SiteId" = {GeneratedVisits.SiteId}"""));
        foreach (var (name, sql) in query.IsAdditive ? Sums(query) : DistinctSums(query))
        {
            yield return (name, sql);
        }

        yield return ("channels", Panel(query, "Channel"));
        yield return ("pages", query.IsAdditive ? Counted(query, "Path", "NewPageVisitor") : Distinct(query, "Path", """ AND "Event" = 'PageLoad' """));
        yield return ("countries", Panel(query, "Country"));
        yield return ("browsers", Panel(query, "Browser"));
        yield return ("languages", Panel(query, "Language"));
        yield return ("events", Invariant($"""SELECT "Event", count(*) FROM "Visits" WHERE {In(query)} AND "Event" <> 'PageLoad' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {Rows}"""));
        yield return ("latest", Invariant($"""SELECT * FROM "Visits" WHERE {In(DashboardOpening.LastHour)} ORDER BY "OccurredAt" DESC, "Id" LIMIT 7"""));
        var now = GeneratedVisits.End.ToUnixTimeMilliseconds();
        yield return ("online", Invariant($"""SELECT "SessionId", max("OccurredAt") FROM "Visits" WHERE "SiteId" = {GeneratedVisits.SiteId} AND "OccurredAt" > {now - (Hour / 12)} GROUP BY 1"""));
        yield return ("minutes", Invariant($"""SELECT "OccurredAt" - "OccurredAt" % 60000, count(*) FROM "Visits" WHERE "SiteId" = {GeneratedVisits.SiteId} AND "OccurredAt" > {now - (Hour / 2)} GROUP BY 1"""));
        yield return ("today", Sum(DashboardOpening.Today));
    }

    private IEnumerable<(string Name, string Sql)> Sums(StatsQuery query)
    {
        yield return ("chart", Chart(query));
        yield return ("previous chart", Chart(opening.PreviousWhole));
        yield return ("previous", Sum(opening.PreviousRunning));
    }

    private IEnumerable<(string Name, string Sql)> DistinctSums(StatsQuery query)
    {
        yield return ("visitors", Visitors(query));
        yield return ("previous visitors", Visitors(opening.Previous));
        foreach (var (name, range, at, startedAt) in (IEnumerable<(string, StatsQuery, string, string)>)
        [
            ("chart", query, Number(query, "OccurredAt"), Number(query, "SessionStartedAt")),
            ("previous chart", opening.PreviousWhole, Number(opening.PreviousWhole, "OccurredAt"), Number(opening.PreviousWhole, "SessionStartedAt")),
            ("previous", opening.PreviousRunning, "0", "0"),
        ])
        {
            yield return (name, Invariant($"""SELECT {at}, count(DISTINCT "VisitorId"), sum(CASE WHEN "Event" = 'PageLoad' THEN 1 ELSE 0 END), count(*) FROM "Visits" WHERE {In(range)} GROUP BY 1"""));
            var begun = Invariant($""" "SiteId" = {range.SiteId} AND "OccurredAt" >= {range.Range.From} AND "OccurredAt" < {range.Range.To + (24 * Hour)} AND "SessionStartedAt" >= {range.Range.From} AND "SessionStartedAt" < {range.Range.To} """);
            yield return ($"{name}, sessions", Invariant($"""SELECT {startedAt}, sum("NewSession"), sum("Bounce"), sum("DurationMs") FROM "Visits" WHERE {begun} AND "SessionId" IN (SELECT "SessionId" FROM "Visits" WHERE {begun} {Filters(range)}) GROUP BY 1"""));
        }
    }

    private static string Visitors(StatsQuery query) => Invariant($"""SELECT count(DISTINCT "VisitorId") FROM "Visits" WHERE {In(query)}""");

    private string Chart(StatsQuery query) => Invariant($"""
        SELECT {Number(query, "OccurredAt")}, {Number(query, "SessionStartedAt")}, sum("NewVisitor"), sum(CASE WHEN "Event" = 'PageLoad' THEN 1 ELSE 0 END), count(*), sum("NewSession"), sum("Bounce"), sum("DurationMs")
        FROM "Visits" WHERE {In(query)} GROUP BY 1, 2
        """);

    private static string Sum(StatsQuery query) => Invariant($"""
        SELECT sum("NewVisitor"), sum(CASE WHEN "Event" = 'PageLoad' THEN 1 ELSE 0 END), count(*), sum("NewSession"), sum("Bounce"), sum("DurationMs")
        FROM "Visits" WHERE {In(query)}
        """);

    private static string Panel(StatsQuery query, string column) => query.IsAdditive ? Counted(query, column, "NewVisitor") : Distinct(query, column, "");

    private static string Counted(StatsQuery query, string column, string newVisitor) =>
        Invariant($"""SELECT "{column}", count(*) FROM "Visits" WHERE {In(query)} AND "{newVisitor}" = 1 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {Rows}""");

    private static string Distinct(StatsQuery query, string column, string condition) =>
        Invariant($"""SELECT "{column}", count(DISTINCT "VisitorId") FROM "Visits" WHERE {In(query)} {condition} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {Rows}""");

    private string IntegerDivision => engine switch
    {
        VisitEngine.DuckDb => "//",
        VisitEngine.ClickHouse => "DIV",
        _ => "/",
    };

    private string Number(StatsQuery query, string column)
    {
        var boundaries = query.Range.Boundaries();
        return Invariant($""" ("{column}" - {query.Range.From}) {IntegerDivision} {boundaries[1] - boundaries[0]} """);
    }

    private static string In(StatsQuery query) =>
        Invariant($""" "SiteId" = {query.SiteId} AND "OccurredAt" >= {query.Range.From} AND "OccurredAt" < {query.Range.To} {Filters(query)} """);

    private static string Filters(StatsQuery query) =>
        string.Concat(query.Filters.Select(filter => Invariant($""" AND "{(filter.Dimension == Dimension.Page ? nameof(Visit.Path) : filter.Dimension)}" = '{filter.Values[0]}' """)));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
