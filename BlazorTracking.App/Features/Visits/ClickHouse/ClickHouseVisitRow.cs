namespace BlazorTracking.Features.Visits.ClickHouse;

/// <summary>How a visit is sent.</summary>
internal static class ClickHouseVisitRow
{
    private const string IdHasTime = "IdHasTime";

    private static readonly VisitColumn[] _columns = [.. VisitColumn.All];

    public static IReadOnlyList<string> Columns { get; } = [.. _columns.Select(column => column.Name), IdHasTime];

    /// <summary>The server may put the inserts of a moment into one part, and answers when it is written.</summary>
    public static Dictionary<string, object> WaitUntilWritten { get; } = new(StringComparer.Ordinal)
    {
        ["async_insert"] = 1,
        ["wait_for_async_insert"] = 1,
    };

    /// <exception cref="ArgumentException">A text of the visit is null: the server would store an empty one.</exception>
    public static object?[] Of(Visit visit)
    {
        var row = new object?[_columns.Length + 1];
        for (var i = 0; i < _columns.Length; i++)
        {
            row[i] = _columns[i].Read(visit);
            if (row[i] is null && !_columns[i].IsNullable)
            {
                throw new ArgumentException($"{_columns[i].Name} of visit {visit.Id} is null.", nameof(visit));
            }
        }

        row[^1] = VisitIdTime.IsIn(visit);
        return row;
    }
}
