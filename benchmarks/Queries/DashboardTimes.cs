using System.Diagnostics;
using BlazorTracking.Features.Stats;

namespace BlazorTracking.Benchmarks;

/// <summary>Times the opening of dashboards and their floor by turns; prints the medians as a table.</summary>
internal sealed class DashboardTimes(QueryOptions options, BenchmarkStore store)
{
    private static readonly (string Name, IReadOnlyList<VisitFilter> Filters)[] _filters =
    [
        ("no filter", []),
        ("a country", [VisitFilter.Is(Dimension.Country, GeneratedVisits.SomeCountry)]),
        ("a path", [VisitFilter.Is(Dimension.Page, GeneratedVisits.SomePath)]),
    ];

    public async Task RunAsync()
    {
        Console.WriteLine();
        Console.WriteLine($"| {store.Engine} | opening | floor | of the floor | first time |");
        Console.WriteLine("|---|---|---|---|---|");
        await using var connection = store.Connect();
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.OpenAsync();
        }

        foreach (var range in options.SelectedRanges)
        {
            foreach (var (name, filters) in _filters)
            {
                var opening = new DashboardOpening(store.Reader, range, filters);
                var floor = new Floor(connection, store.Engine, opening);
                var first = await TimeAsync(opening);
                floor.Read();
                List<double> times = [];
                List<IReadOnlyList<(string Name, double Milliseconds)>> floors = [];
                for (var round = 0; round < options.Rounds; round++)
                {
                    times.Add(await TimeAsync(opening));
                    floors.Add(floor.Read());
                }

                var (time, least) = (Median(times), Median(floors.Select(statements => statements.Sum(statement => statement.Milliseconds))));
                Console.WriteLine(FormattableString.Invariant($"| {range}, {name} | {time:0} ms | {least:0} ms | {time / least:0.00} | {first:0} ms |"));
                if (options.Statements)
                {
                    Console.WriteLine(string.Join(", ", floors[0].Select((statement, number) => FormattableString.Invariant($"{statement.Name} {Median(floors.Select(run => run[number].Milliseconds)):0.0}"))));
                }
            }
        }

        Console.WriteLine();
    }

    private static async Task<double> TimeAsync(DashboardOpening opening)
    {
        var begun = Stopwatch.GetTimestamp();
        await opening.ReadAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
