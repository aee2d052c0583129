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

    /// <summary>Whether there is a visit that is not found by the time in its id.</summary>
    public static bool HasUntimed(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT EXISTS (SELECT 1 FROM "Visits" WHERE NOT "IdHasTime")""";
        return (bool)command.ExecuteScalar()!;
    }

    /// <summary>Those of the ids that are stored.</summary>
    /// <param name="connection">To the file.</param>
    /// <param name="ids">What is looked for.</param>
    /// <param name="hasUntimed">False where there is no visit that is not found by the time in its id.</param>
    public static HashSet<Guid> Find(DuckDBConnection connection, IReadOnlyCollection<Guid> ids, bool hasUntimed)
    {
        var found = new HashSet<Guid>();
        foreach (var chunk in ids.Order().Chunk(IdsPerQuery))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Query(chunk, hasUntimed);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                found.Add(reader.GetGuid(0));
            }
        }

        return found;
    }

    private static string Query(Guid[] ids, bool hasUntimed)
    {
        var list = string.Join(", ", ids.Select(id => $"'{id}'"));
        var (from, to) = (VisitIdTime.Of(ids[0]) - VisitIdTime.Tolerance, VisitIdTime.Of(ids[^1]) + VisitIdTime.Tolerance);
        var timed = string.Create(CultureInfo.InvariantCulture, $"""SELECT "Id" FROM "Visits" WHERE "IdHasTime" AND "OccurredAt" BETWEEN {from} AND {to} AND "Id" IN ({list})""");
        return hasUntimed
            ? $"""{timed} UNION ALL SELECT "Id" FROM "Visits" WHERE NOT "IdHasTime" AND "Id" IN ({list})"""
            : timed;
    }
}
