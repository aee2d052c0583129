using System.Buffers.Binary;
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

    // A client's clock is believed when it is wrong by two days at most; anything more than that does here.
    private const long Tolerance = 3 * 24 * 3_600_000L;

    /// <summary>Whether the id begins with a time close to the visit's.</summary>
    public static bool HasTime(Visit visit) => Math.Abs(TimeOf(visit.Id) - visit.OccurredAt) <= Tolerance;

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
        var (from, to) = (TimeOf(ids[0]) - Tolerance, TimeOf(ids[^1]) + Tolerance);
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT "Id" FROM "Visits" WHERE "IdHasTime" AND "OccurredAt" BETWEEN {from} AND {to} AND "Id" IN ({list})
            UNION ALL
            SELECT "Id" FROM "Visits" WHERE NOT "IdHasTime" AND "Id" IN ({list})
            """);
    }

    /// <summary>What the first 48 bits say as Unix milliseconds.</summary>
    private static long TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
    }
}
