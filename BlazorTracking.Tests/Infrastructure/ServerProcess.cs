using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace BlazorTracking.Tests.Infrastructure;

/// <summary>
/// The program as its users run it: a process of its own, from the application's build output, on a free port of
/// 127.0.0.1. For tests that kill it, read its output or drive a browser against it; all else takes <see cref="AppFactory"/>.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private const int Sigterm = 15;
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        _process.EnableRaisingEvents = true;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The server ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens, without a path.</summary>
    public Uri Address => _listening.Task.IsCompletedSuccessfully
        ? _listening.Task.Result
        : throw new InvalidOperationException("The server does not listen.");

    /// <summary>What it wrote to its console until now.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
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

    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string AppProject { get; } = Path.Combine(Repository.Root, "BlazorTracking.App");

    /// <summary>Starts the server and waits until it listens.</summary>
    /// <param name="dataDirectory">What it writes; given again after a <see cref="KillAsync"/> it goes on with it.</param>
    /// <param name="arguments">Further settings, as <c>--Name=value</c>.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds its output.</exception>
    public static async Task<ServerProcess> StartAsync(string dataDirectory, params string[] arguments)
    {
        var server = Launch(["--urls=http://127.0.0.1:0", $"--Data:Directory={dataDirectory}", .. arguments]);
        try
        {
            await server._listening.Task.WaitAsync(_patience);
            return server;
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"{exception.Message} It wrote:{Environment.NewLine}{server.Output}", exception);
        }
    }

    /// <summary>Starts the server with exactly these arguments and waits for nothing.</summary>
    public static ServerProcess Launch(params string[] arguments)
    {
        var assembly = Path.Combine(AppProject, "bin", Configuration, new DirectoryInfo(AppContext.BaseDirectory).Name, "BlazorTracking.App.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = AppProject,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        return new ServerProcess(new Process { StartInfo = start });
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    public HttpClient CreateClient() => new() { BaseAddress = Address };

    /// <summary>Ends it at once, as <c>kill -9</c> does: nothing of the program runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as SIGTERM does (not on Windows).</summary>
    public void Terminate()
    {
        if (SendSignal(_process.Id, Sigterm) != 0)
        {
            throw new InvalidOperationException($"SIGTERM was not delivered: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Waits until it has ended and gives its exit code.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? _patience);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"The server did not end. It wrote:{Environment.NewLine}{Output}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Listening { get; }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening.Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }
}
