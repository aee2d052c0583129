using BlazorTracking.Benchmarks;

if (args is ["empty", .. var rest])
{
    await EmptyServer.RunAsync(rest);
    return 0;
}

var options = BenchmarkOptions.Read(args);
await using var empty = await ServerProcess.StartEmptyAsync();
await using var servers = new EngineServers();
foreach (var engine in options.SelectedEngines)
{
    await servers.StartAsync(engine);
}

Console.WriteLine($"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
Console.WriteLine();
var load = new BeaconLoad(options, servers.All, empty);
await load.RunAsync();
Console.WriteLine();
await new LiveLatency(options, servers.All[0].Process, servers.All[0].Seed).RunAsync();
Console.WriteLine();
return await load.CheckAsync() ? 0 : 1;
