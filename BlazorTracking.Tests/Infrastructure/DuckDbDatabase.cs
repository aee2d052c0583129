using BlazorTracking.Features.Visits;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>Visits in a DuckDB file, all else in SQLite.</summary>
public sealed class DuckDbDatabase : SqliteDatabase
{
    public override VisitEngine Engine => VisitEngine.DuckDb;
}
