using BlazorTracking.Benchmarks;

if (args is ["empty", .. var rest])
{
    await EmptyServer.RunAsync(rest);
    return 0;
}

var isMixed = args is ["mixed", ..];
var options = BenchmarkOptions.Read(isMixed ? args[1..] : args);
await using var servers = new EngineServers();
foreach (var engine in options.SelectedEngines)
{
    foreach (var checkout in options.Checkouts)
    {
        await servers.StartAsync(engine, checkout);
    }
}

Console.WriteLine($"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
Console.WriteLine();
if (isMixed)
{
    var isWhole = true;
    foreach (var server in servers.All)
    {
        isWhole &= await new MixedLoad(options, server).RunAsync();
    }

    return isWhole ? 0 : 1;
}

await using var empty = await ServerProcess.StartEmptyAsync();
var load = new BeaconLoad(options, servers.All, empty);
await load.RunAsync();
Console.WriteLine();
await new LiveLatency(options, servers.All[0].Process, servers.All[0].Seed).RunAsync();
Console.WriteLine();
return await load.CheckAsync() ? 0 : 1;
