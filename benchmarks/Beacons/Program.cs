using BlazorTracking.Benchmarks;

if (args is ["empty", .. var rest])
{
    await EmptyServer.RunAsync(rest);
    return 0;
}

var options = BenchmarkOptions.Read(args);
using var directory = new BenchmarkDirectory();
await using var server = await ServerProcess.StartAppAsync(directory.FullName);
await using var empty = await ServerProcess.StartEmptyAsync();
var seed = await BenchmarkSeed.AddAsync(directory.FullName);

Console.WriteLine($"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
Console.WriteLine();
var isExact = await new BeaconLoad(options, server, empty, seed).RunAsync();
Console.WriteLine();
await new LiveLatency(options, server, seed).RunAsync();
return isExact ? 0 : 1;
