using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>Puts visits into the table with DuckDB's appender.</summary>
internal static class DuckDbVisitRows
{
    private static readonly VisitColumn[] _texts = [.. VisitColumn.All.Where(column => column.Type == typeof(string))];

    /// <summary>Appends the visits, whatever is there already.</summary>
    public static void Append(DuckDBConnection connection, IEnumerable<Visit> visits)
    {
        using var appender = connection.CreateAppender(VisitColumn.Table);
        foreach (var visit in visits)
        {
            Append(appender.CreateRow(), visit);
        }
    }

    /// <summary>The appender would refuse it as well, but only when it has taken the rows of the whole batch.</summary>
    /// <exception cref="ArgumentException">A text of the visit is null.</exception>
    public static void CheckTexts(Visit visit)
    {
        foreach (var column in _texts)
        {
            if (column.Read(visit) is null)
            {
                throw new ArgumentException($"{column.Name} of visit {visit.Id} is null.", nameof(visit));
            }
        }
    }

    private static void Append(IDuckDBAppenderRow row, Visit visit)
    {
        foreach (var column in VisitColumn.All)
        {
            _ = column.Read(visit) switch
            {
                string text => row.AppendValue(text),
                long number => row.AppendValue(number),
                int number => row.AppendValue(number),
                double number => row.AppendValue(number),
                Guid id => row.AppendValue(id),
                _ => row.AppendNullValue(),
            };
        }

        row.AppendValue(VisitIdTime.IsIn(visit)).EndRow();
    }
}
