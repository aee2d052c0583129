using BlazorTracking.Features.Visits;

namespace BlazorTracking.Benchmarks;

/// <summary>What is measured; each from the command line, as <c>--visits=5000000</c>.</summary>
internal sealed class QueryOptions
{
    /// <summary>Visits of the one site over 90 days.</summary>
    public int Visits { get; init; } = 1_000_000;

    /// <summary>The engines, with commas between.</summary>
    public string Engines { get; init; } = "DuckDb,Database";

    /// <summary>Where ClickHouse is, as <c>ConnectionStrings:Visits</c>: an empty database of its own.</summary>
    public string ClickHouse { get; init; } = "";

    /// <summary>The ranges, with commas between, as a page's URL names them.</summary>
    public string Ranges { get; init; } = "today,7d,30d,90d";

    /// <summary>How often each question is asked; the median counts.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Where the visits lie, and stay for the next run.</summary>
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "blazortracking-queries");

    /// <summary>Only writes the visits that are not there yet.</summary>
    public bool OnlyFill { get; init; }

    /// <summary>Prints, besides, how long each statement of the floor takes.</summary>
    public bool Statements { get; init; }

    public IEnumerable<VisitEngine> SelectedEngines => Split(Engines).Select(Enum.Parse<VisitEngine>);

    public IEnumerable<string> SelectedRanges => Split(Ranges);

    public static QueryOptions Read(string[] args) =>
        new ConfigurationBuilder().AddCommandLine(args).Build().Get<QueryOptions>() ?? new QueryOptions();

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries);
}
