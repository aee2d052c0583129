using BlazorTracking.Data;
using BlazorTracking.Features.Visits.Database;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Visits;

/// <summary>
/// The engine that keeps the visits: the one that <c>Visits:Engine</c> names; without that setting the one that holds them
/// already, and in a new installation DuckDB beside SQLite, or SQL Server itself.
/// </summary>
public sealed class VisitEngineChoice(IOptions<VisitsOptions> options, DatabaseConnection database)
{
    // Not before it is asked for: a backup may be put back first.
    private readonly Lazy<VisitEngine> _engine = new(() => options.Value.Engine ?? Unnamed(database));

    /// <exception cref="Operation.SettingException">The database cannot be read.</exception>
    public VisitEngine Engine => _engine.Value;

    /// <summary>Which engine it is and why, to begin a sentence with: "Visits:Engine is DuckDb".</summary>
    /// <exception cref="Operation.SettingException">The database cannot be read.</exception>
    public string Statement => options.Value.Engine is { } named ? $"Visits:Engine is {named}" : $"Without Visits:Engine the visits are in {Engine}";

    private static VisitEngine Unnamed(DatabaseConnection database) => database.Provider == DatabaseProvider.Sqlite
        ? SqliteVisitHolder.Find(database) ?? VisitEngine.DuckDb
        : VisitEngine.Database;
}
