using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BlazorTracking.Data.Sqlite;

/// <summary>
/// EF Core's own lock is a row, which stays when the process that migrates is killed: every later start would wait for
/// it without end. This one is a file lock, which ends with its process; whoever holds it knows that a row that is
/// there was left behind.
/// </summary>
internal static partial class SqliteMigrationLock
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until no other process migrates this database. Dispose the result after the migration.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(TrackingDbContext context, ILogger logger, TimeProvider clock)
    {
        var file = await OpenAsync(new SqliteConnectionStringBuilder(context.Database.GetConnectionString()), logger, clock);
        await RemoveAbandonedRowAsync(context, logger);
        return file;
    }

    private static async Task<Stream> OpenAsync(SqliteConnectionStringBuilder database, ILogger logger, TimeProvider clock)
    {
        if (database.Mode == SqliteOpenMode.Memory || database.DataSource is "" or ":memory:")
        {
            return Stream.Null;
        }

        for (var isFirstTry = true; ; isFirstTry = false)
        {
            try
            {
                return new FileStream($"{database.DataSource}.migration", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (isFirstTry)
                {
                    Log.Waiting(logger);
                }

                await Task.Delay(_pause, clock);
            }
        }
    }

    private static async Task RemoveAbandonedRowAsync(TrackingDbContext context, ILogger logger)
    {
        var hasTable = await context.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync();
        if (hasTable > 0 && await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"") > 0)
        {
            Log.Abandoned(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Another process migrates the database; waiting for it.")]
        public static partial void Waiting(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A migration of the database was interrupted earlier; its lock was removed.")]
        public static partial void Abandoned(ILogger logger);
    }
}
