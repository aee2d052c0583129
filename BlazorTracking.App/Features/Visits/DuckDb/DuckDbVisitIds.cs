using System.Globalization;
using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Finds visits by id without an index. Ids begin with a time that is close to when the visit occurred, and visits lie
/// in the file in the order of time: what is looked for can only be in a few blocks of rows, or among those marked as
/// having no such id.
/// </summary>
internal static class DuckDbVisitIds
{
    private const int IdsPerQuery = 1000;

    /// <summary>Those of the ids that are stored.</summary>
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
        var (from, to) = (VisitIdTime.Of(ids[0]) - VisitIdTime.Tolerance, VisitIdTime.Of(ids[^1]) + VisitIdTime.Tolerance);
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT "Id" FROM "Visits" WHERE "IdHasTime" AND "OccurredAt" BETWEEN {from} AND {to} AND "Id" IN ({list})
            UNION ALL
            SELECT "Id" FROM "Visits" WHERE NOT "IdHasTime" AND "Id" IN ({list})
            """);
    }
}
