namespace BlazorTracking.Benchmarks;

/// <summary>
/// The durable beacon against an empty answer to the same requests, by turns, so that whatever else the machine does
/// meets both. What the load generator takes of the processor for a request is missing to the server.
/// </summary>
internal sealed class BeaconLoad(BenchmarkOptions options, IReadOnlyList<EngineServer> servers, ServerProcess empty)
{
    private const int WarmUpSeconds = 5;

    private readonly Wrk _wrk = new(options);
    private readonly Subject[] _subjects = Subjects(servers, empty);

    public async Task RunAsync()
    {
        foreach (var subject in _subjects)
        {
            subject.WarmUp = (await RunAsync(subject, WarmUpSeconds)).Result;
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var subject in _subjects)
            {
                subject.Turns.Add(await RunAsync(subject, options.Seconds));
            }
        }

        Print();
    }

    /// <summary>
    /// False if beacons failed, or if a store does not hold what was acknowledged: the visits that were under way when the
    /// load generator hung up are stored too, at most one a connection and turn. Ends the servers.
    /// </summary>
    public async Task<bool> CheckAsync()
    {
        var isExact = true;
        foreach (var server in servers)
        {
            var turns = _subjects.Where(subject => subject.Server == server.Process).SelectMany(subject => subject.Turns.Select(turn => turn.Result).Append(subject.WarmUp)).ToList();
            var errors = turns.Sum(turn => turn.Errors);
            var acknowledged = turns.Sum(turn => turn.Answers) - errors;
            var stored = await server.CountVisitsAsync();
            var underWay = stored - acknowledged;
            Console.WriteLine(FormattableString.Invariant(
                $"{server.Name}: acknowledged {acknowledged:N0}, refused {errors:N0}, stored {stored:N0}: {underWay:N0} were under way when a turn ended (at most {turns.Count * options.Connections:N0})."));
            isExact &= errors == 0 && underWay >= 0 && underWay <= (long)turns.Count * options.Connections;
        }

        return isExact;
    }

    private static Subject[] Subjects(IReadOnlyList<EngineServer> servers, ServerProcess empty) =>
        [.. Pair("empty 204", empty, servers[0].Seed), .. servers.SelectMany(server => Pair(server.Name, server.Process, server.Seed))];

    private static Subject[] Pair(string name, ServerProcess server, BenchmarkSeed seed)
    {
        var beacon = new Uri(server.Address, AppUrls.Beacon(seed.LoadSiteId));
        return [new($"{name}, one visitor", server, beacon, "constant.lua"), new($"{name}, many visitors", server, beacon, "varied.lua")];
    }

    private async Task<Turn> RunAsync(Subject subject, int seconds)
    {
        var before = subject.Server.ProcessorTime;
        var result = await _wrk.RunAsync(subject.Url, subject.Script, seconds);
        return new Turn(result, (subject.Server.ProcessorTime - before) / result.Answers);
    }

    private void Print()
    {
        Console.WriteLine($"{options.Connections} connections, {options.Rounds} turns of {options.Seconds} s each, medians:");
        Console.WriteLine();
        Console.WriteLine("| | answers/s | of the empty | p50 | p99 | server's CPU an answer |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var subject in _subjects)
        {
            var perSecond = Median(subject.Turns, turn => turn.Result.PerSecond);
            var reference = Median(_subjects.First(other => other.Server == empty && other.Script == subject.Script).Turns, turn => turn.Result.PerSecond);
            Console.WriteLine(FormattableString.Invariant(
                $"| {subject.Name} | {perSecond:N0} | {perSecond / reference:0.00} | {Median(subject.Turns, turn => turn.Result.P50.TotalMilliseconds):0.0} ms | {Median(subject.Turns, turn => turn.Result.P99.TotalMilliseconds):0.0} ms | {Median(subject.Turns, turn => turn.Processor.TotalMicroseconds):0} µs |"));
        }
    }

    private static double Median(IEnumerable<Turn> turns, Func<Turn, double> value) =>
        Percentiles.Of(turns.Select(value), 0.5);

    /// <param name="Processor">What the server used of the processor for one answer.</param>
    private sealed record Turn(WrkResult Result, TimeSpan Processor);

    private sealed class Subject(string name, ServerProcess server, Uri url, string script)
    {
        public string Name { get; } = name;

        public ServerProcess Server { get; } = server;

        public Uri Url { get; } = url;

        public string Script { get; } = script;

        public WrkResult WarmUp { get; set; } = null!;

        public List<Turn> Turns { get; } = [];
    }
}
