using System.Globalization;
using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// Moves batches from the journals into the table. The table "Journal" has the number of the newest batch that was
/// moved, changed in the same transaction: a batch is moved once, whatever is cut off in between.
/// </summary>
internal static class DuckDbJournal
{
    /// <summary>The number of the newest batch that is in the table.</summary>
    public static long ReadMoved(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Moved" FROM "Journal" """;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Puts the visits of batches up to the given one into the table.</summary>
    public static void Move(DuckDBConnection connection, IEnumerable<Visit> visits, long number)
    {
        using var transaction = connection.BeginTransaction();
        DuckDbVisitRows.Append(connection, visits);
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""UPDATE "Journal" SET "Moved" = {number}""");
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>Moves what a process that ended without doing so left in the journals, and removes them.</summary>
    /// <param name="connection">To the file.</param>
    /// <param name="location">The file.</param>
    public static void Replay(DuckDBConnection connection, string location)
    {
        var batches = PendingVisits.PathsOf(location).SelectMany(VisitJournal.Read).OrderBy(batch => batch.Number).ToList();
        if (batches.Count > 0)
        {
            // Without a gap: a backup may have seen a journal before a batch that the other one followed.
            var moved = ReadMoved(connection);
            var next = batches.Where(batch => batch.Number > moved).TakeWhile((batch, index) => batch.Number == moved + 1 + index).ToList();
            if (next.Count > 0)
            {
                Move(connection, next.SelectMany(batch => batch.Visits), next[^1].Number);
            }
        }

        foreach (var path in PendingVisits.PathsOf(location))
        {
            File.Delete(path);
        }
    }
}
