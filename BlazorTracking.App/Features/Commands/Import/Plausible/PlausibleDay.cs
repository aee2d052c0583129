using BlazorTracking.Features.Visits;

namespace BlazorTracking.Features.Commands.Import.Plausible;

/// <summary>
/// What Plausible's export says of one day: totals, and a list for each of its reports. Which visitor of one list is
/// which of another it does not say.
/// </summary>
internal sealed class PlausibleDay(DateOnly date)
{
    public DateOnly Date => date;

    /// <summary>The row of the totals: what is said of the day is told with it.</summary>
    public (string File, long Line) Origin { get; set; }

    public long Visitors { get; set; }

    /// <summary>Plausible's visits are this program's sessions.</summary>
    public long Sessions { get; set; }

    public long PageViews { get; set; }

    public long Bounces { get; set; }

    /// <summary>Of all sessions together.</summary>
    public long DurationSeconds { get; set; }

    /// <summary>Page views by page.</summary>
    public List<(string Host, string Path, long Count)> Pages { get; } = [];

    /// <summary>Sessions by the path of their first page.</summary>
    public List<(string Path, long Count)> EntryPages { get; } = [];

    /// <summary>Events by name and page.</summary>
    public List<(string Name, string Path, string Properties, long Count)> Events { get; } = [];

    /// <summary>For each report about sessions, what it says of how many of them.</summary>
    public Dictionary<string, List<(Func<Visit, Visit> Apply, long Count)>> Reports { get; } = new(StringComparer.Ordinal);
}
