using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using BlazorTracking.Features.Visits;

namespace BlazorTracking.Benchmarks;

/// <summary>A server in a process of its own, on a free port of 127.0.0.1.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(string assembly, string workingDirectory, IEnumerable<string> arguments)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
        ];
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [assembly, .. arguments, .. settings])
            {
                WorkingDirectory = workingDirectory,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"{Path.GetFileName(assembly)} ended before it listened:{Environment.NewLine}{_output}"));
        _process.Start();
        _process.BeginOutputReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>What its process has used of the processor until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it holds at this moment.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>BlazorTracking as it was built in a checkout, without limits on how much one address may send.</summary>
    public static Task<ServerProcess> StartAppAsync(string checkout, string dataDirectory, VisitEngine engine)
    {
        var project = Path.Combine(checkout, "BlazorTracking.App");
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(project, "bin", output.Parent!.Name, output.Name, "BlazorTracking.App.dll");
        if (!File.Exists(assembly))
        {
            throw new InvalidOperationException($"There is no {assembly}: build that checkout first (dotnet build BlazorTracking.App -c {output.Parent.Name}).");
        }

        return StartAsync(assembly, project, [$"--Data:Directory={dataDirectory}", $"--Visits:Engine={engine}", "--Beacons:AddressLimitPerMinute=0", "--Beacons:SiteLimitPerSecond=0", "--Proxy:TrustedAddresses=127.0.0.1"]);
    }

    /// <summary>The <see cref="EmptyServer"/>.</summary>
    public static Task<ServerProcess> StartEmptyAsync() =>
        StartAsync(typeof(EmptyServer).Assembly.Location, AppContext.BaseDirectory, ["empty"]);

    /// <summary>Ends it at once.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(string assembly, string workingDirectory, IEnumerable<string> arguments)
    {
        var server = new ServerProcess(assembly, workingDirectory, arguments);
        server.Address = await server._listening.Task.WaitAsync(_patience);
        return server;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "BlazorTracking.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The benchmark runs inside the repository.");
        }

        return directory.FullName;
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Listening { get; }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.AppendLine(line);
        if (Listening.Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }
}
