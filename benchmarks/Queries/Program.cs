using BlazorTracking.Benchmarks;

var options = QueryOptions.Read(args);
Console.WriteLine($"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}, {options.Visits:N0} visits over {GeneratedVisits.Days} days");
foreach (var engine in options.SelectedEngines)
{
    await using var store = await BenchmarkStore.OpenAsync(options, engine);
    if (!options.OnlyFill)
    {
        await new DashboardTimes(options, store).RunAsync();
    }
}

return 0;
