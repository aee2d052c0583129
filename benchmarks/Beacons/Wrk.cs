using System.Diagnostics;
using System.Globalization;

namespace BlazorTracking.Benchmarks;

/// <summary>What one turn of the load generator saw.</summary>
/// <param name="Answers">Complete answers, good or bad.</param>
/// <param name="Errors">Answers of 400 and above, and connections that failed.</param>
internal sealed record WrkResult(long Answers, TimeSpan Duration, TimeSpan P50, TimeSpan P99, long Errors)
{
    public double PerSecond => Answers / Duration.TotalSeconds;
}

/// <summary>The load generator <c>wrk</c>.</summary>
internal sealed class Wrk(BenchmarkOptions options)
{
    public async Task<WrkResult> RunAsync(Uri url, string script, int seconds)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "wrk",
                [
                    $"-t{options.Threads}", $"-c{options.Connections}", $"-d{seconds}s", "--timeout=10s",
                    "-s", Path.Combine(AppContext.BaseDirectory, "wrk", script), url.AbsoluteUri,
                ])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException("The benchmark needs wrk (apt-get install wrk).", exception);
        }

        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk gave no result:{Environment.NewLine}{output}");
        var numbers = Array.ConvertAll(line.Split(' ')[1..], text => long.Parse(text, CultureInfo.InvariantCulture));
        return new WrkResult(
            numbers[0],
            TimeSpan.FromMicroseconds(numbers[1]),
            TimeSpan.FromMicroseconds(numbers[2]),
            TimeSpan.FromMicroseconds(numbers[3]),
            numbers[4]);
    }
}
