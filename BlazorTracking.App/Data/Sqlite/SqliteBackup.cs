using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BlazorTracking.Data.Sqlite;

/// <summary>
/// Copies a SQLite database as it is at one moment, while other processes write to it: readers and writers are not held
/// up. sqlite.org/backup.html
/// </summary>
internal static class SqliteBackup
{
    private const int PagesPerStep = 4096;

    /// <param name="connectionString">Of the database.</param>
    /// <param name="target">A file that does not exist.</param>
    /// <param name="progress">Told the share that is done and the number of bytes.</param>
    /// <param name="cancellationToken">Ends the copy; the target then holds a part.</param>
    /// <exception cref="SqliteException">It cannot be read or written.</exception>
    public static void Copy(string connectionString, string target, Action<double, long> progress, CancellationToken cancellationToken)
    {
        using var source = Open(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

        // One transaction around all steps: without it, every commit of another process would begin the copy anew.
        Execute(source, "BEGIN");
        Execute(source, "SELECT count(*) FROM sqlite_master");
        using var copy = Open(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);
        var pageSize = Convert.ToInt64(Execute(source, "PRAGMA page_size"), System.Globalization.CultureInfo.InvariantCulture);
        using (var backup = raw.sqlite3_backup_init(copy.Handle, "main", source.Handle, "main"))
        {
            var result = raw.SQLITE_OK;
            while (result != raw.SQLITE_DONE)
            {
                cancellationToken.ThrowIfCancellationRequested();
                result = raw.sqlite3_backup_step(backup, PagesPerStep);
                if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
                {
                    throw new SqliteException(raw.sqlite3_errstr(result).utf8_to_string(), result & 0xFF, result);
                }

                var (all, left) = (raw.sqlite3_backup_pagecount(backup), raw.sqlite3_backup_remaining(backup));
                progress((double)(all - left) / Math.Max(1, all), (all - left) * pageSize);
            }
        }

        // One file, without a log beside it; the program gives it one again.
        Execute(copy, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Reads the whole file. What is wrong with it, or null.</summary>
    public static string? FindDamage(string file)
    {
        try
        {
            using var connection = Open(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            return Execute(connection, "PRAGMA quick_check(1)") is "ok" ? null : "its pages do not fit together";
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
