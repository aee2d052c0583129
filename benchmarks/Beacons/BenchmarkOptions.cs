using BlazorTracking.Features.Visits;

namespace BlazorTracking.Benchmarks;

/// <summary>How much is measured; each from the command line, as <c>--rounds=3</c>.</summary>
internal sealed class BenchmarkOptions
{
    /// <summary>How often each subject has its turn.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>The length of a turn.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>The engines that hold the visits, each in a server of its own, with commas between.</summary>
    public string Engines { get; init; } = "DuckDb,Database";

    /// <summary>Another checkout, built for release before, whose program has its turns as well; empty for none.</summary>
    public string Against { get; init; } = "";

    public int Connections { get; init; } = 64;

    /// <summary>The load generator's threads.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Open dashboards; 0 leaves the live measurement out.</summary>
    public int Dashboards { get; init; } = 20;

    /// <summary>Beacons that are timed until they show in every dashboard.</summary>
    public int Beacons { get; init; } = 100;

    /// <summary>Beacons a second of the mixed load.</summary>
    public int PerSecond { get; init; } = 1000;

    public IEnumerable<VisitEngine> SelectedEngines => Engines.Split(',', StringSplitOptions.TrimEntries).Select(Enum.Parse<VisitEngine>);

    public IEnumerable<string> Checkouts => Against.Length == 0 ? [ServerProcess.Root] : [ServerProcess.Root, Path.GetFullPath(Against)];

    public static BenchmarkOptions Read(string[] args) =>
        new ConfigurationBuilder().AddCommandLine(args).Build().Get<BenchmarkOptions>() ?? new BenchmarkOptions();
}
