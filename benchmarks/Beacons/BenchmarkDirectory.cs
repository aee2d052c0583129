namespace BlazorTracking.Benchmarks;

/// <summary>Where the measured server writes; goes with the run.</summary>
internal sealed class BenchmarkDirectory : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("blazortracking-benchmark-").FullName;

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
