using System.Globalization;
using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Finds visits by id without an index. Ids have a time that is close to when the visit occurred, and visits lie
/// in the file in the order of time: what is looked for can only be in a few blocks of rows, or among those marked as
/// having no such id.
/// </summary>
internal static class DuckDbVisitIds
{
    private const int IdsPerQuery = 1000;

    /// <summary>The ids of the visits since an instant, and of all that are not found by the time in their id.</summary>
    /// <param name="connection">To the file.</param>
    /// <param name="since">UTC, Unix milliseconds.</param>
    public static VisitIdFilter ReadFilter(DuckDBConnection connection, long since)
    {
        var filter = new VisitIdFilter(since);
        using var command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""SELECT "Id", "OccurredAt", "IdHasTime" FROM "Visits" WHERE "OccurredAt" >= {since} OR NOT "IdHasTime" """);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            filter.Add(reader.GetGuid(0), reader.GetInt64(1), reader.GetBoolean(2));
        }

        return filter;
    }

    /// <summary>Those of the ids that are in the table.</summary>
    public static HashSet<Guid> Find(DuckDBConnection connection, IReadOnlyCollection<Guid> ids)
    {
        var found = new HashSet<Guid>();
        foreach (var chunk in ids.Order().Chunk(IdsPerQuery))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Query(chunk);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found.Add(reader.GetGuid(0));
            }
        }

        return found;
    }

    private static string Query(Guid[] ids)
    {
        var list = string.Join(", ", ids.Select(id => $"'{id}'"));
        var (earliest, latest) = VisitIdTime.Range(ids);
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT "Id" FROM "Visits" WHERE "IdHasTime" AND "OccurredAt" BETWEEN {earliest - VisitIdTime.Tolerance} AND {latest + VisitIdTime.Tolerance} AND "Id" IN ({list})
            UNION ALL SELECT "Id" FROM "Visits" WHERE NOT "IdHasTime" AND "Id" IN ({list})
            """);
    }
}
