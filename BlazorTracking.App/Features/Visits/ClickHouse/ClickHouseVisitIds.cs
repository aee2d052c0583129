using System.Globalization;

namespace BlazorTracking.Features.Visits.ClickHouse;

/// <summary>
/// Finds visits by id without a key: by the time in ids few parts of the table are looked at, and those
/// marked as having none are found by a filter over the ids of each block.
/// </summary>
internal static class ClickHouseVisitIds
{
    private const int IdsPerQuery = 1000;

    /// <summary>The queries that give those of the ids that are stored.</summary>
    public static IEnumerable<string> Queries(string table, IEnumerable<Guid> ids) => ids.Order().Chunk(IdsPerQuery).Select(chunk =>
    {
        var list = string.Join(", ", chunk.Select(id => $"'{id}'"));
        var (earliest, latest) = VisitIdTime.Range(chunk);
        return string.Create(CultureInfo.InvariantCulture, $"""
            SELECT Id FROM {table} WHERE IdHasTime AND OccurredAt BETWEEN {earliest - VisitIdTime.Tolerance} AND {latest + VisitIdTime.Tolerance} AND Id IN ({list})
            UNION ALL
            SELECT Id FROM {table} WHERE NOT IdHasTime AND Id IN ({list})
            """);
    });
}
