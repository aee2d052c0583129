using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace BlazorTracking.Features.Visits.Database;

/// <summary>
/// How the visits lie on a SQL Server: by columns where its edition can, else by rows, with a narrow index that holds
/// what the totals and the chart are made of. Asked of the server at each start, for a database may move to another
/// edition. The ids stay unique either way: their key is an index of its own.
/// </summary>
internal sealed partial class SqlServerVisitIndexes(ILogger logger)
{
    /// <summary>The edition's number, 0 where the server does not say.</summary>
    internal const string AskEdition = "SELECT CAST(SERVERPROPERTY('EngineEdition') AS int)";

    internal const string AskVersion = "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128))";

    /// <summary>The size that was bought, in Azure SQL Database.</summary>
    internal const string AskObjective = "SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'ServiceObjective') AS nvarchar(128))";

    /// <summary>
    /// The clustered index of the migrations becomes one by columns and keeps its name. The newest visits wait in rows
    /// until there are a million of them: the second index finds them.
    /// </summary>
    internal const string LieByColumns =
        """
        IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE [object_id] = OBJECT_ID(N'[Visits]') AND [type] = 5)
            CREATE CLUSTERED COLUMNSTORE INDEX [IX_Visits_SiteId_OccurredAt] ON [Visits] WITH (DROP_EXISTING = ON);
        IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE [object_id] = OBJECT_ID(N'[Visits]') AND [name] = N'IX_Visits_Recent')
            CREATE INDEX [IX_Visits_Recent] ON [Visits] ([SiteId], [OccurredAt]);
        DROP INDEX IF EXISTS [IX_Visits_Figures] ON [Visits];
        """;

    internal const string LieByRows =
        """
        IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE [object_id] = OBJECT_ID(N'[Visits]') AND [name] = N'IX_Visits_Figures')
            CREATE INDEX [IX_Visits_Figures] ON [Visits] ([SiteId], [OccurredAt])
                INCLUDE ([Event], [VisitorId], [SessionId], [SessionStartedAt], [NewVisitor], [NewPageVisitor], [NewSession], [Bounce], [DurationMs]);
        """;

    // Before it, only the Enterprise edition of SQL Server 2016 had them: learn.microsoft.com/sql/relational-databases/indexes/columnstore-indexes-what-s-new
    private static readonly Version _firstInEveryEdition = new(13, 0, 4001);

    /// <summary>Lays the visits as the server allows. What fails is logged: visits are stored and read with the migrations' index alone, too.</summary>
    public static async Task PrepareAsync(string connectionString, ILogger logger, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await new SqlServerVisitIndexes(logger).PrepareAsync(connection, cancellationToken);
    }

    /// <inheritdoc cref="PrepareAsync(string, ILogger, CancellationToken)"/>
    public async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            if (await HasColumnstoreAsync(connection, cancellationToken))
            {
                await ExecuteAsync(connection, LieByColumns, cancellationToken);
                return;
            }
        }
        catch (DbException exception)
        {
            Log.NotByColumns(logger, exception);
        }

        try
        {
            await ExecuteAsync(connection, LieByRows, cancellationToken);
        }
        catch (DbException exception)
        {
            Log.NoFigures(logger, exception);
        }
    }

    /// <summary>Whether such a server has columnstore indexes; the numbers are those of SERVERPROPERTY('EngineEdition').</summary>
    internal static bool HasColumnstore(int edition, string version, string objective) => edition switch
    {
        // Standard, Enterprise (also Developer), Express
        2 or 4 => Version.TryParse(version, out var number) && number >= _firstInEveryEdition,
        3 => Version.TryParse(version, out var number) && number.Major >= _firstInEveryEdition.Major,

        // Azure SQL Database: not in the smallest sizes
        5 => objective is not ("" or "Basic" or "S0" or "S1" or "S2"),

        // Azure SQL Managed Instance
        8 => true,
        _ => false,
    };

    private static async Task<bool> HasColumnstoreAsync(DbConnection connection, CancellationToken cancellationToken) => HasColumnstore(
        await AskAsync(connection, AskEdition, cancellationToken) as int? ?? 0,
        await AskAsync(connection, AskVersion, cancellationToken) as string ?? "",
        await AskAsync(connection, AskObjective, cancellationToken) as string ?? "");

    private static async Task<object?> AskAsync(DbConnection connection, string question, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(DbConnection connection, string statements, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statements;

        // Where there are visits already, it takes as long as it takes.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The server says that it can store visits by columns, but could not: they are stored by rows.")]
        public static partial void NotByColumns(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The index that makes totals and charts of visits fast could not be made.")]
        public static partial void NoFigures(ILogger logger, Exception exception);
    }
}
