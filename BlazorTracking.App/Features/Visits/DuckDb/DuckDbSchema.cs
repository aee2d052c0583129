using BlazorTracking.Operation;
using DuckDB.NET.Data;

namespace BlazorTracking.Features.Visits.DuckDb;

/// <summary>
/// The tables of the file, in versions: a file of an older version gets what it lacks, in one transaction a version. A
/// version that was released is never changed.
/// </summary>
/// <remarks>
/// No key: the index of one would hold every id in memory. <see cref="DuckDbVisitAppender"/> keeps ids unique.
/// <c>IdHasTime</c> says that the id begins with a time close to <c>OccurredAt</c>, so that it is found by it.
/// <c>Journal</c> has one row, see <see cref="DuckDbJournal"/>.
/// </remarks>
internal static class DuckDbSchema
{
    private static readonly string[] _versions =
    [
        """
        CREATE TABLE "Visits" (
            "Id" UUID NOT NULL,
            "SiteId" INTEGER NOT NULL,
            "OccurredAt" BIGINT NOT NULL,
            "Event" VARCHAR NOT NULL,
            "Hostname" VARCHAR NOT NULL,
            "Path" VARCHAR NOT NULL,
            "Properties" VARCHAR NOT NULL,
            "VisitorId" BIGINT NOT NULL,
            "SessionId" BIGINT NOT NULL,
            "NewVisitor" INTEGER NOT NULL,
            "NewPageVisitor" INTEGER NOT NULL,
            "NewSession" INTEGER NOT NULL,
            "SessionStartedAt" BIGINT NOT NULL,
            "Bounce" INTEGER NOT NULL,
            "DurationMs" BIGINT NOT NULL,
            "PreviousPath" VARCHAR NOT NULL,
            "ReferrerHost" VARCHAR NOT NULL,
            "ReferrerPath" VARCHAR NOT NULL,
            "Source" VARCHAR NOT NULL,
            "Channel" VARCHAR NOT NULL,
            "UtmSource" VARCHAR NOT NULL,
            "UtmMedium" VARCHAR NOT NULL,
            "UtmCampaign" VARCHAR NOT NULL,
            "UtmContent" VARCHAR NOT NULL,
            "UtmTerm" VARCHAR NOT NULL,
            "Country" VARCHAR NOT NULL,
            "Region" VARCHAR NOT NULL,
            "City" VARCHAR NOT NULL,
            "PostalCode" VARCHAR NOT NULL,
            "Latitude" DOUBLE,
            "Longitude" DOUBLE,
            "Browser" VARCHAR NOT NULL,
            "BrowserVersion" VARCHAR NOT NULL,
            "OperatingSystem" VARCHAR NOT NULL,
            "OperatingSystemVersion" VARCHAR NOT NULL,
            "Device" VARCHAR NOT NULL,
            "Screen" VARCHAR NOT NULL,
            "Language" VARCHAR NOT NULL,
            "Trust" INTEGER NOT NULL,
            "Address" VARCHAR NOT NULL,
            "IdHasTime" BOOLEAN NOT NULL
        )
        """,
        """
        CREATE TABLE "Journal" ("Moved" BIGINT NOT NULL);
        INSERT INTO "Journal" VALUES (0)
        """,
    ];

    /// <exception cref="SettingException">The file is of a newer version than this program knows.</exception>
    public static void Apply(DuckDBConnection connection, string location)
    {
        Execute(connection, """CREATE TABLE IF NOT EXISTS "SchemaVersion" ("Version" INTEGER NOT NULL)""");
        var version = Convert.ToInt32(Scalar(connection, """SELECT coalesce(max("Version"), 0) FROM "SchemaVersion" """), System.Globalization.CultureInfo.InvariantCulture);
        if (version > _versions.Length)
        {
            throw new SettingException($"The visits in {location} were written by a newer version of this program (schema {version}; this one knows {_versions.Length}).");
        }

        for (; version < _versions.Length; version++)
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, _versions[version]);
            Execute(connection, $"""INSERT INTO "SchemaVersion" VALUES ({version + 1})""");
            transaction.Commit();
        }
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
